const WIDTH = 120;

/** JSON as the files of this repository have it: an object a line for each part, a short list in one. */
export function toJson(value: unknown): string {
  return `${write(value, '', 0)}\n`;
}

/** `around`: letters on the line besides, the comma that may follow included. */
function write(value: unknown, indent: string, around: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const short = value.every((one) => typeof one !== 'object')
      ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
      : undefined;
    if (short !== undefined && around + short.length <= WIDTH) return short;
    const lines = value.map(
      (one, at) => `${inner}${write(one, inner, inner.length + (at < value.length - 1 ? 1 : 0))}`,
    );
    return `[\n${lines.join(',\n')}\n${indent}]`;
  }
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  if (parts.length === 0) return '{}';
  const lines = parts.map(([key, part], at) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return `${name}${write(part, inner, name.length + (at < parts.length - 1 ? 1 : 0))}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
