/** An element of an XML file. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s<>=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 64;

/**
 * Reads an XML file, strictly: nothing where it is not well formed, or has a DOCTYPE or an entity of its own, so that
 * nothing can be fetched or blown up by reading it.
 */
export function readXml(text: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  const given = text.replace(/^\ufeff/, '');
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < given.length) {
    const found = TOKEN.exec(given);
    const top = open.at(-1);
    if (!found || !top) return undefined;
    const [, data, end, start, attributes = '', empty, words] = found;
    if (data !== undefined) top.children.push(data);
    else if (words !== undefined) {
      const said = unescaped(words);
      if (said === undefined) return undefined;
      top.children.push(said);
    } else if (end !== undefined) {
      if (top === root || localName(end) !== top.name) return undefined;
      open.pop();
    } else if (start !== undefined) {
      const read = attributesOf(attributes);
      if (!read || open.length > DEEPEST) return undefined;
      const element: Open = { name: localName(start), attributes: read, children: [] };
      top.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length !== 1) return undefined;
  const elements = root.children.filter((child) => typeof child !== 'string');
  return elements.length === 1 ? elements[0] : undefined;
}

/** The elements of a name within, at any depth below, in order. */
export function elementsIn(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsIn(child, name);
  });
}

/** The children of a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
}

/** All text within. */
export function wordsOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): ReadonlyMap<string, string> | undefined {
  const read = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    const value = unescaped(double ?? single ?? '');
    if (value === undefined || read.has(name)) return undefined;
    read.set(name, value);
  }
  return read;
}

function unescaped(text: string): string | undefined {
  let isGood = true;
  const said = text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    isGood &&= whole.endsWith(';') && code > 0 && code <= 0x10ffff;
    return isGood ? String.fromCodePoint(code) : '';
  });
  return isGood ? said : undefined;
}

/** A text as it may stand in XML, between elements or in an attribute. Characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 cannot hold.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
