import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { questionsOn } from '#core/forms/edit/find.ts';
import { type AnyPage, pageKeys } from '#core/forms/edit/page-keys.ts';
import { type Chosen, useEditing } from '../editing.ts';
import { nameOfPage, nameOfQuestion } from '../names.ts';
import { letDrag } from './drag.ts';
import { isSame } from './places.ts';

/** With more questions than this, only those of the chosen page are listed. */
const MOST_LISTED = 60;

/** The form as nested lists: each page with its questions. What is chosen is edited in the panel. */
export function Outline() {
  const { files, groups, shared, words, chosen, choose, take } = useEditing();
  const outline = useRef<HTMLElement>(null);
  const move = useRef(take);
  move.current = take;
  useEffect(() => (outline.current ? letDrag(outline.current, (step) => move.current(step)) : undefined), []);
  const { pages } = files.source;
  const keys = pageKeys(pages);
  const count = pages.reduce((sum, page) => sum + questionsOn(page, groups).length, 0);
  const open = pageOf(chosen, pages, keys, (page) => questionsOn(page, groups).map(({ id }) => id));
  return (
    <nav class="outline" aria-labelledby="outline-title" ref={outline}>
      <h3 id="outline-title">{words('outline.title')}</h3>
      <Row
        text={words('outline.form')}
        isChosen={chosen.at === 'form'}
        onChoose={() => choose({ at: 'form' }, 'panel')}
      />
      <ol>
        {pages.map((page, at) => {
          const key = keys[at] ?? '';
          const questions = questionsOn(page, groups);
          const isOpen = count <= MOST_LISTED || open === key;
          const kind = 'use' in page ? words('outline.shared') : page.exit ? words('outline.exit') : undefined;
          return (
            <li key={key} data-drag="page" data-id={key} data-takes={kind ? undefined : ''}>
              <div class="outline__line">
                <Row
                  text={nameOfPage(files, key, shared)}
                  note={kind ?? (isOpen ? undefined : words('outline.count', { count: questions.length }))}
                  isPage
                  isChosen={isSame(chosen, { at: 'page', page: key })}
                  onChoose={() => choose({ at: 'page', page: key }, 'panel')}
                />
                <Grip />
              </div>
              {isOpen && questions.length > 0 && (
                <ol>
                  {questions.map(({ id }) => (
                    <li key={id} {...('use' in page ? {} : { 'data-drag': 'question', 'data-id': id })}>
                      <div class="outline__line">
                        <Row
                          text={nameOfQuestion(files, id, shared)}
                          isChosen={isSame(chosen, { at: 'question', question: id })}
                          onChoose={() => choose({ at: 'question', question: id }, 'panel')}
                        />
                        {!('use' in page) && <Grip />}
                      </div>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
      <p>
        <button
          class="button button--secondary button--small"
          type="button"
          onClick={() => choose({ at: 'newPage', after: keys.at(-1) }, 'new-title')}
        >
          {words('outline.addPage')}
        </button>
      </p>
    </nav>
  );
}

/** For a mouse or a finger alone: the panel's buttons move by keyboard, and are there for everyone. */
const Grip = () => (
  <span class="outline__grip" data-grip>
    <svg viewBox="0 0 10 16" aria-hidden="true" focusable="false">
      <path d="M3 3h.01M7 3h.01M3 8h.01M7 8h.01M3 13h.01M7 13h.01" />
    </svg>
  </span>
);

function pageOf(
  chosen: Chosen,
  pages: readonly AnyPage[],
  keys: readonly string[],
  idsOn: (page: AnyPage) => readonly string[],
): string | undefined {
  if (chosen.at === 'page' || chosen.at === 'newQuestion') return chosen.page;
  if (chosen.at !== 'question') return undefined;
  return keys[pages.findIndex((page) => idsOn(page).includes(chosen.question))];
}

interface RowProps {
  readonly text: string;
  readonly note?: string | undefined;
  readonly isPage?: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

// A form of 500 questions is drawn at each letter typed: what has not changed is left alone.
const Row = memo(
  ({ text, note, isPage, isChosen, onChoose }: RowProps) => (
    <button
      class={isPage ? 'outline__row outline__row--page' : 'outline__row'}
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      data-focus={isChosen ? 'outline' : undefined}
      onClick={onChoose}
    >
      {text}
      {note && <span class="outline__note"> {note}</span>}
    </button>
  ),
  (before, now) =>
    before.text === now.text &&
    before.note === now.note &&
    before.isChosen === now.isChosen &&
    before.isPage === now.isPage,
);
