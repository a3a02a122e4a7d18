/** Works something out once for each thing it is asked about, as long as that thing is there. */
export function rememberBy<Thing extends object, Value>(work: (thing: Thing) => Value): (thing: Thing) => Value {
  const known = new WeakMap<Thing, Value>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const value = work(thing);
    known.set(thing, value);
    return value;
  };
}
