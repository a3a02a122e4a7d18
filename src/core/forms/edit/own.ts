/** The value of a record's own key: never what every object has, such as `constructor`. */
export function own<Value>(record: { readonly [key: string]: Value } | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A record without some keys. */
export function without<Value>(
  record: { readonly [key: string]: Value },
  isGone: (key: string) => boolean,
): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isGone(key)));
}

/** A record with a key set, or taken away for `undefined`. */
export function withKey<Part extends object>(record: Part, key: string, value: unknown): Part {
  if (value !== undefined) return { ...record, [key]: value };
  if (!Object.hasOwn(record, key)) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key)) as Part;
}

/** A list with one thing put in. */
export function inserted<Value>(list: readonly Value[], place: number, one: Value): Value[] {
  return [...list.slice(0, place), one, ...list.slice(place)];
}

/** A list with the thing at a place changed. */
export function replaced<Value>(list: readonly Value[], place: number, one: Value): Value[] {
  return list.map((old, at) => (at === place ? one : old));
}

/** A list without the thing at a place. */
export function removedAt<Value>(list: readonly Value[], place: number): Value[] {
  return list.filter((_, at) => at !== place);
}
