import { type ComponentChildren, h, type JSX } from 'preact';
import { conditionOf, type PaperPart } from '#core/forms/paper/lay-out.ts';
import type { PaperProps } from './paper-props.ts';
import { PaperBlock } from './paper-question.ts';
import { withCode } from './with-code.ts';

/** A part of the form: who answers it, what to know, its questions. Advice and ends of the route stand as notes. */
export function PaperPartView(props: PaperProps & { readonly part: PaperPart }): JSX.Element {
  const { part, text, words, reader } = props;
  const { page, blocks } = part;
  const own = text.pages[page.id];
  const isNote = blocks.length === 0;
  return h('section', { class: isNote ? 'paper-part paper-part--note' : 'paper-part', 'data-page': page.id }, [
    h('h2', null, own?.title),
    h(Condition, props),
    ...(own?.body ?? []).map((line) =>
      h('p', null, [reader === 'ask' && h('span', { class: 'paper-cue' }, [words('call.say'), ' ']), line]),
    ),
    h(Links, props),
    ...blocks.map((block) => h(PaperBlock, { ...props, block })),
  ]);
}

function Condition(props: PaperProps & { readonly part: PaperPart }): ComponentChildren {
  const { part, words, wording, reader } = props;
  const condition = conditionOf(part);
  if (condition === undefined) return null;
  return h('p', { class: 'paper-skip' }, sentence());

  function sentence(): string {
    if (condition === 'any of its links' || condition === undefined) return words(`${reader}.readSome`);
    const blanks = { condition: wording.condition(condition) };
    if (part.page.exit) return words(`${reader}.stop`, blanks);
    const asked = part.blocks.flat();
    if (asked.length === 0) return words(`${reader}.read`, blanks);
    const next = wording.target(part.next);
    const [first = 0, last = 0] = [asked[0]?.number, asked.at(-1)?.number];
    return first === last
      ? words(`${reader}.question`, { ...blanks, next })
      : words(`${reader}.part`, { ...blanks, first, last, next });
  }
}

/** Where the page leads: words, and the address that they stand for on paper. */
function Links({ part, text, language, words, address }: PaperProps & { readonly part: PaperPart }): ComponentChildren {
  const { links = [], id } = part.page;
  if (links.length === 0) return null;
  const names = text.pages[id]?.links ?? [];
  return h(
    'ul',
    { class: 'paper-links' },
    links.map(({ href }, place) => {
      const name = names[place] ?? href;
      // The words are the link, the address is for paper.
      const parts = withCode((blank) => words('onThisSite', { text: TEXT, address: blank }), address(href));
      const link = h('a', { href: `/${language}${href}` }, name);
      return h(
        'li',
        null,
        parts.map((part) => (typeof part === 'string' ? around(part, link) : part)),
      );
    }),
  );
}

// No sentence holds a tab; the link is put in its place.
const TEXT = '\t';

function around(sentence: string, link: JSX.Element): ComponentChildren {
  const [before, after] = sentence.split(TEXT);
  return after === undefined ? sentence : [before, link, after];
}
