/** A start tag of a page. */
export interface Tag {
  readonly name: string;
  /** Whether a label is around it. */
  readonly inLabel: boolean;
  /** The value of an attribute; nothing where it has none of that name. */
  has(attribute: string): string | undefined;
}

const NOT_MARKUP = /<!--[\s\S]*?-->|<(script|style|template)\b([^>]*)>[\s\S]*?<\/\1>/gi;
const TAG = /<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The start tags of a page that we built ourselves, in order. */
export function tagsIn(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  let labels = 0;
  // The attributes of a script are looked at, what it holds is not.
  const markup = html.replace(NOT_MARKUP, (_, name, attributes) => (name ? `<${name}${attributes}>` : ''));
  for (const [, slash, tag = '', rest = ''] of markup.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (name === 'label') labels += slash ? -1 : 1;
    if (slash) continue;
    const attributes = new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), toText(a ?? b ?? c ?? '')]),
    );
    tags.push({ name, inLabel: labels > 0, has: (attribute) => attributes.get(attribute) });
  }
  return tags;
}

const toText = (value: string) =>
  value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#38;', '&').replaceAll('&amp;', '&');
