import { bad, good, type Outcome } from '../../outcome.ts';
import { childrenOf, elementsIn, readXml, wordsOf, type XmlElement, xmlText } from './read-xml.ts';
import type { Sentence, Translated } from './translate.ts';

/** A file that came back, with the language it says it is in. */
export interface TranslatedFile {
  readonly language?: string;
  readonly rows: readonly Translated[];
}

const STATES = { new: 'needs-translation', stale: 'needs-review-translation', done: 'translated' } as const;
const BLANK = /(\{\{?\s*\w+\s*\}?\})/;

/**
 * Sentences as XLIFF 1.2: the version that all programs for translators open. Blanks are marked, so that a program guards
 * them; the direction of a text is that of its language, and nothing is put into it.
 */
export function toXliff(
  sentences: readonly Sentence[],
  form: string,
  languages: { readonly source: string; readonly target: string },
): string {
  const units = sentences.map(({ key, source, target, state }) =>
    [
      `      <trans-unit id="${xmlText(key)}" resname="${xmlText(key)}" xml:space="preserve"${state === 'done' ? ' approved="yes"' : ''}>`,
      `        <source>${marked(source)}</source>`,
      `        <target state="${STATES[state]}">${marked(target)}</target>`,
      '      </trans-unit>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
    `  <file original="forms/${xmlText(form)}" datatype="plaintext" source-language="${xmlText(languages.source)}" target-language="${xmlText(languages.target)}">`,
    '    <body>',
    ...units,
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

function marked(text: string): string {
  return text
    .split(BLANK)
    .map((part, place) => (place % 2 === 1 ? `<ph id="${(place + 1) / 2}">${xmlText(part)}</ph>` : xmlText(part)))
    .join('');
}

/** Reads XLIFF 1.2 and 2.x. */
export function fromXliff(text: string): Outcome<TranslatedFile, 'notXliff'> {
  const root = readXml(text);
  if (root?.name !== 'xliff') return bad('notXliff');
  const isSecond = root.attributes.get('version')?.startsWith('2') === true;
  const [file] = elementsIn(root, 'file');
  const language = isSecond ? root.attributes.get('trgLang') : file?.attributes.get('target-language');
  const rows = isSecond
    ? elementsIn(root, 'unit').map((unit) => rowOf(unit, elementsIn(unit, 'segment')))
    : elementsIn(root, 'trans-unit').map((unit) => rowOf(unit, [unit]));
  return good({ ...(language === undefined ? {} : { language }), rows });
}

/** Segments of a unit are one sentence again. Source and target that a program offers as alternatives are not looked at. */
function rowOf(unit: XmlElement, segments: readonly XmlElement[]): Translated {
  const said = (name: string) => segments.map((one) => textOf(childrenOf(one, name)[0])).join('');
  return { key: unit.attributes.get('id') ?? '', source: said('source'), target: said('target') };
}

/** The text with blanks that a program has made into marks of its own. */
function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => {
      if (typeof child === 'string') return child;
      const inner = textOf(child);
      return inner !== ''
        ? inner
        : (child.attributes.get('equiv-text') ?? child.attributes.get('equiv') ?? wordsOf(child));
    })
    .join('');
}
