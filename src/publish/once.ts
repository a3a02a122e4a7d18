/** Makes a thing once for the content it is made of and its name, however many pages ask for it. */
export function oncePer<Made>(): (content: object, name: string, make: () => Made) => Made {
  const made = new WeakMap<object, Map<string, Made>>();
  return (content, name, make) => {
    const ofContent = made.get(content) ?? new Map<string, Made>();
    made.set(content, ofContent);
    const before = ofContent.get(name);
    if (before !== undefined) return before;
    const now = make();
    ofContent.set(name, now);
    return now;
  };
}
