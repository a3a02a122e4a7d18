/** The name most like `name`, to suggest to somebody who mistyped it. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => distance(name, a) - distance(name, b))[0];
}

/** Letters to add, drop or change to turn one into the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
