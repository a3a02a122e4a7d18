import { type ComponentChildren, h, type JSX } from 'preact';
import { partsOf } from '#core/date-parts.ts';
import type { Question, QuestionKind, QuestionText } from '#core/forms/definition.ts';
import type { Numbered } from '#core/forms/paper/lay-out.ts';
import type { PaperProps } from './paper-props.ts';

interface BlockProps extends PaperProps {
  readonly block: readonly Numbered[];
}

/** A question with room for its answer, or a table of statements. Boxes are drawn: only their words are read aloud. */
export function PaperBlock(props: BlockProps): JSX.Element {
  const [first] = props.block;
  if (!first || props.block.length > 1) return h(ScaleTable, props);
  return h(PaperQuestion, { ...props, asked: first });
}

function PaperQuestion(props: PaperProps & { readonly asked: Numbered }): JSX.Element {
  const { asked, words, reader, wording } = props;
  const { question, number, next } = asked;
  const own = textOf(props, question);
  const isBox = question.kind === 'tick';
  const condition =
    question.when &&
    words(`${reader}.question`, { condition: wording.condition(question.when), next: wording.target(next) });
  return h('div', { class: 'paper-question', 'data-question': question.id }, [
    condition && h('p', { class: 'paper-skip' }, condition),
    h('h3', { class: 'paper-question__label' }, [
      h('span', { class: 'paper-question__number' }, `${number}.`),
      ' ',
      reader === 'ask' && !isBox && h('span', { class: 'paper-cue' }, [words('call.ask'), ' ']),
      isBox && h('span', { class: 'paper-box', 'aria-hidden': 'true' }),
      isBox && ' ',
      labelOf(props, question, own),
    ]),
    h(Note, { hint: own.hint, line: instruction(props, question) }),
    ROOMS[question.kind](props, question, own),
    own.why &&
      h(
        'p',
        { class: 'paper-note' },
        reader === 'ask' ? words('call.ifAsked', { why: own.why }) : words('why', { why: own.why }),
      ),
  ]);
}

function textOf({ text }: PaperProps, { id }: Question): QuestionText {
  return text.questions[id] ?? { label: id };
}

function labelOf({ formWords }: PaperProps, { required }: Question, { label }: QuestionText): ComponentChildren {
  return required ? label : [label, ' ', h('span', { class: 'paper-question__optional' }, formWords('optional'))];
}

/** The hint, and how to give the answer, in one line. */
function Note({
  hint,
  line,
}: {
  readonly hint: string | undefined;
  readonly line: string | undefined;
}): ComponentChildren {
  if (!hint && !line) return null;
  return h('p', { class: 'paper-note' }, [hint, hint && line && ' ', line && h('span', { class: 'paper-do' }, line)]);
}

function instruction({ words, reader }: PaperProps, question: Question): string | undefined {
  if (reader === 'ask') return question.kind in TO_READ_OUT ? words(TO_READ_OUT[question.kind] ?? '') : undefined;
  switch (question.kind) {
    case 'one-of':
    case 'scale':
      return words('tick.one');
    case 'some-of':
      return words('tick.all');
    case 'date':
      return words('write.date');
    case 'money':
      return words('write.money');
    case 'whole-number': {
      const { least, most } = question;
      return words(most > MANY ? 'write.number' : 'write.range', { least, most });
    }
    default:
      return undefined;
  }
}

const TO_READ_OUT: { readonly [kind in QuestionKind]?: string } = {
  'one-of': 'call.readOne',
  scale: 'call.readOne',
  'some-of': 'call.readAll',
  tick: 'call.readBox',
};

/** A limit as large as that only keeps out mistakes. */
const MANY = 1000;

type Room = (props: PaperProps, question: Question, text: QuestionText) => ComponentChildren;

/** The room for an answer, by kind of question. */
const ROOMS: { readonly [kind in QuestionKind]: Room } = {
  text: () => Lines(1),
  'long-text': (_, question) => Lines(linesFor(question)),
  'one-of': Options,
  'some-of': Options,
  scale: Options,
  'whole-number': () => Lines(1, 'short'),
  money: () => h('div', { class: 'paper-money' }, [h('span', null, '£'), Lines(1, 'short')]),
  date: DateBoxes,
  postcode: () => Lines(1, 'short'),
  telephone: () => Lines(1, 'middle'),
  email: () => Lines(1),
  tick: () => null,
};

const CHARACTERS_A_LINE = 60;
const MOST_LINES = 12;

function linesFor(question: Question): number {
  const limit = 'maxLength' in question ? question.maxLength : CHARACTERS_A_LINE;
  return Math.min(MOST_LINES, Math.max(2, Math.ceil(limit / CHARACTERS_A_LINE)));
}

function Lines(count: number, width: 'whole' | 'middle' | 'short' = 'whole'): JSX.Element {
  return h(
    'div',
    { class: `paper-lines paper-lines--${width}`, 'aria-hidden': 'true' },
    Array.from({ length: count }, () => h('i', null)),
  );
}

const MANY_OPTIONS = 6;
const SHORT_OPTION = 42;

function Options(_: PaperProps, question: Question, text: QuestionText): ComponentChildren {
  if (!('options' in question)) return null;
  const names = question.options.map((option) => text.options?.[option] ?? option);
  const isWide = names.length >= MANY_OPTIONS && names.every(({ length }) => length <= SHORT_OPTION);
  return h(
    'ul',
    { class: isWide ? 'paper-options paper-options--two' : 'paper-options' },
    names.map((name) => h('li', null, [h('span', { class: 'paper-box', 'aria-hidden': 'true' }), ' ', name])),
  );
}

function DateBoxes({ formWords }: PaperProps, question: Question): ComponentChildren {
  if (question.kind !== 'date') return null;
  const box = (part: string) =>
    h('div', null, [
      h('span', { class: `paper-date__box paper-date__box--${part}`, 'aria-hidden': 'true' }),
      h('span', { class: 'paper-date__name' }, formWords(part)),
    ]);
  return h('div', { class: 'paper-date' }, partsOf(question.parts).map(box));
}

/** Statements down, answers across: a box where they meet. */
function ScaleTable(props: BlockProps): JSX.Element {
  const { block, words, reader } = props;
  const [first] = block;
  const question = first?.question;
  if (!question || !('options' in question)) return h('div', null);
  const names = question.options.map((option) => textOf(props, question).options?.[option] ?? option);
  const line = words(reader === 'ask' ? 'call.readOne' : 'tick.row');
  return h('table', { class: 'paper-scale' }, [
    h('caption', { class: 'paper-note paper-do' }, line),
    h(
      'thead',
      null,
      h('tr', null, [
        h('th', { scope: 'col' }, words('tick.statement')),
        ...names.map((name) => h('th', { scope: 'col' }, name)),
      ]),
    ),
    h(
      'tbody',
      null,
      block.map((one) => {
        const { label, hint, why } = textOf(props, one.question);
        return h('tr', { 'data-question': one.question.id }, [
          h('th', { scope: 'row' }, [
            `${one.number}. ${label}`,
            hint && h('span', { class: 'paper-note' }, ` ${hint}`),
            one.question.required && why && h('span', { class: 'paper-note' }, ` ${words('why', { why })}`),
          ]),
          ...names.map(() => h('td', null, h('span', { class: 'paper-box', 'aria-hidden': 'true' }))),
        ]);
      }),
    ),
  ]);
}
