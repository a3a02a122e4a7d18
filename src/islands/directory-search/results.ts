import { type ComponentChild, Fragment, h } from 'preact';
import type { Entry } from '#core/directory/entry.ts';
import { type Choice, type Chosen, choicesIn } from '#core/directory/filter.ts';
import type { Found } from '#core/directory/find.ts';
import type { Relaxed } from '#core/directory/relax.ts';
import type { Day } from '#core/sessions/wall-time.ts';
import { localPath } from '#i18n/paths.ts';
import { fillIn, type PickedWords, pluralOf } from '#i18n/plural-of.ts';
import { ResultCard } from '#ui/result-card/result-card.ts';

export interface ResultsProps {
  readonly found: Found;
  readonly chosen: Chosen;
  readonly words: PickedWords;
  readonly language: string;
  readonly today: Day;
  /** How many of them to show. */
  readonly shown: number;
  /** The page about starting a group, if there is one. */
  readonly startGroup: string | undefined;
  readonly nameOf: (choice: Choice) => string;
  readonly onRemove: (choice: Choice) => void;
  readonly onRelax: (relaxed: Relaxed) => void;
  readonly onMore: () => void;
  readonly onClear: () => void;
}

const MORE = 20;

/** What was found, what was chosen, and, where nothing was found, every way on (E23). */
export function Results(props: ResultsProps): ComponentChild {
  const { found, chosen, words, language, nameOf, onRemove, onClear } = props;
  const count = found.entries.length;
  const choices = choicesIn(chosen);
  return h(Fragment, null, [
    h(
      'h2',
      { id: 'found', tabIndex: -1 },
      count === 0 ? words['results.none'] : pluralOf(words, 'results.count', count, language),
    ),
    choices.length > 0 &&
      h('ul', { class: 'find__chosen' }, [
        ...choices.map((choice) =>
          h(
            'li',
            { key: `${choice.facet} ${choice.value}` },
            h('button', { type: 'button', onClick: () => onRemove(choice) }, [
              fillIn(words['results.remove'] ?? '', { choice: nameOf(choice) }),
            ]),
          ),
        ),
        h('li', { key: 'clear' }, h('button', { type: 'button', onClick: onClear }, words['results.clear'])),
      ]),
    count === 0 ? h(NothingFound, props) : h(FoundList, props),
  ]);
}

function FoundList({ found, words, language, today, shown, onMore }: ResultsProps): ComponentChild {
  const say = (key: string, blanks: { readonly [blank: string]: string } = {}) => fillIn(words[key] ?? key, blanks);
  const left = found.entries.length - shown;
  return h(Fragment, null, [
    h(
      'ul',
      { class: 'results' },
      found.entries
        .slice(0, shown)
        .map((entry: Entry) => h(ResultCard, { key: `${entry.kind} ${entry.id}`, entry, language, say, today })),
    ),
    left > 0 &&
      h(
        'button',
        { class: 'button button--secondary', type: 'button', onClick: onMore },
        pluralOf(words, 'results.more', Math.min(left, MORE), language),
      ),
  ]);
}

function NothingFound({ found, words, language, startGroup, nameOf, onRelax }: ResultsProps): ComponentChild {
  const [first] = found.relaxed;
  const ways = [
    [localPath(language, '/find/way/phone/'), 'results.phone'],
    [localPath(language, '/find/way/online/'), 'results.online'],
    ...(startGroup === undefined ? [] : [[startGroup, 'results.startGroup']]),
    [localPath(language, '/forms/unmet-need/'), 'results.tellUs'],
    [localPath(language, '/help-now/'), 'results.helpNow'],
  ] as const;
  return h(Fragment, null, [
    first &&
      h(Fragment, null, [
        h('h3', null, words[first.kind === 'without' ? 'results.relaxTitle' : 'results.onlyTitle']),
        h(
          'ul',
          { class: 'find__relax' },
          found.relaxed.map((relaxed) => {
            const { kind, choice, count } = relaxed;
            const text = pluralOf(words, kind === 'without' ? 'results.relax' : 'results.only', count, language);
            return h(
              'li',
              { key: `${choice.facet} ${choice.value}` },
              h(
                'button',
                { type: 'button', onClick: () => onRelax(relaxed) },
                fillIn(text, { choice: nameOf(choice) }),
              ),
            );
          }),
        ),
      ]),
    h('h3', null, words['results.otherTitle']),
    h(
      'ul',
      { class: 'next-steps' },
      ways.map(([href, key]) => h('li', { key }, h('a', { href }, words[key ?? '']))),
    ),
  ]);
}
