const BETWEEN = '. ';

/**
 * A summary that fits a text message. The first part always stands, cut if it must be; the others follow
 * in order as long as there is room, and a part that does not fit is left out whole.
 */
export function textSummary(parts: readonly string[], mostLetters = 160): string {
  const [first = '', ...others] = parts.map((part) => part.trim().replace(/\.$/, '')).filter((part) => part !== '');
  const start = first.length < mostLetters ? first : `${first.slice(0, mostLetters - 4).trimEnd()}...`;
  const text = others.reduce(
    (before, part) =>
      before.length + BETWEEN.length + part.length < mostLetters ? `${before}${BETWEEN}${part}` : before,
    start,
  );
  return text.endsWith('.') ? text : `${text}.`;
}
