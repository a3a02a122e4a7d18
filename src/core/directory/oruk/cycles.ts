/** The ids of a circle of parents, the first again at its end; nothing where every line of parents comes to an end. */
export function circleIn(parents: ReadonlyMap<string, string>): readonly string[] | undefined {
  const clear = new Set<string>();
  for (const start of parents.keys()) {
    const line: string[] = [];
    const onLine = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && !clear.has(id)) {
      if (onLine.has(id)) return [...line.slice(line.indexOf(id)), id];
      line.push(id);
      onLine.add(id);
      id = parents.get(id);
    }
    for (const one of line) clear.add(one);
  }
  return undefined;
}
