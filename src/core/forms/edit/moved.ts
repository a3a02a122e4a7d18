/**
 * The ids that changed their place among the others: as few as tell the whole change. Both lists hold the same ids.
 */
export function movedIn(before: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((id, place) => [id, place]));
  const order = now.map((id) => places.get(id) ?? 0);
  // The longest run that is still in order stayed: for each length, the place in `order` where the lowest such run ends.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of order.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  }
  const stayed = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stayed.add(now[at] ?? '');
  return new Set(now.filter((id) => !stayed.has(id)));
}
