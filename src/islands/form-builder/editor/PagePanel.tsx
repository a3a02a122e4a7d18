import { findPage, questionsUsed } from '#core/forms/edit/find.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import type { SourcePage, UsePage } from '#core/forms/parse-form.ts';
import { ConditionEditor } from '../condition/ConditionEditor.tsx';
import { useEditing } from '../editing.ts';
import { ChoiceField, TickField } from '../fields/Field.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { nameOfPage, nameOfQuestion } from '../names.ts';
import { Actions } from './Actions.tsx';
import { LinksEditor } from './LinksEditor.tsx';
import { PanelHead } from './PanelHead.tsx';

/** Everything about one page: its words, for whom it is, where it leads. */
export function PagePanel({ id }: { readonly id: string }) {
  const { files, shared, words, choose } = useEditing();
  const found = findPage(files, id);
  if (!found) return null;
  const { page, at } = found;
  const isShared = 'use' in page;
  const isExit = !isShared && page.exit === true;
  return (
    <section aria-labelledby="panel-title">
      <PanelHead
        above={words(isExit ? 'page.aboveExit' : isShared ? 'page.aboveShared' : 'page.above', { number: at + 1 })}
        title={nameOfPage(files, id, shared)}
      />
      <div class="row-buttons">
        {!isShared && !isExit && (
          <button
            class="button button--secondary button--small"
            type="button"
            data-focus="add-after"
            onClick={() => choose({ at: 'newQuestion', page: id, after: page.questions.at(-1)?.id }, 'new-label')}
          >
            {words('page.addQuestion')}
          </button>
        )}
        <button
          class="button button--secondary button--small"
          type="button"
          onClick={() => choose({ at: 'newPage', after: id }, 'new-title')}
        >
          {words('page.addAfter')}
        </button>
        <Actions what="page" id={id} isShared={isShared} />
      </div>
      {isShared ? <SharedPage id={id} page={page} /> : <OwnPage id={id} page={page} />}
      <ConditionEditor
        key={id}
        owner={{ what: 'page', id }}
        when={page.when}
        title={words(page.when ? 'page.conditionSet' : 'page.condition')}
      />
    </section>
  );
}

function OwnPage({ id, page }: { readonly id: string; readonly page: SourcePage }) {
  const { files, take, words } = useEditing();
  const text = files.texts[files.sourceLanguage]?.pages[page.id];
  const repeats = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  return (
    <>
      <WordsField at={`pages.${page.id}.title`} label={words('page.title')} focus="label" />
      <LinesField
        key={page.id}
        stem={`pages.${page.id}.body`}
        label={words('page.body')}
        hint={words('page.bodyHint')}
        lines={text?.body ?? []}
      />
      <LinksEditor
        id={id}
        page={page}
        words={(place) => wordsAt(files.texts[files.sourceLanguage], `pages.${page.id}.links.${place}`)}
      />
      {page.questions.length === 0 && (
        <TickField
          label={words('page.exit')}
          isTicked={page.exit === true}
          onTick={(exit) => take({ do: 'setPage', page: id, set: { exit: exit ? true : undefined } })}
        />
      )}
      {!page.exit && page.questions.length > 0 && (
        <ChoiceField
          label={words('page.repeat')}
          hint={words('page.repeatHint')}
          value={String(page.repeat?.most ?? 0)}
          options={repeats.map((most) => ({
            id: String(most),
            name: most === 0 ? words('page.repeatNo') : words('page.repeatMost', { count: most }),
          }))}
          onChoose={(most) =>
            take({ do: 'setPage', page: id, set: { repeat: most === '0' ? undefined : { most: Number(most) } } })
          }
        />
      )}
    </>
  );
}

/** A shared group: which of its questions this form takes. */
function SharedPage({ id, page }: { readonly id: string; readonly page: UsePage }) {
  const { files, groups, shared, take, words } = useEditing();
  const all = questionsUsed({ use: page.use }, groups).map((one) => one.id);
  const taken = page.only ?? all;
  const tick = (question: string, isTicked: boolean) => {
    const only = all.filter((one) => (one === question ? isTicked : taken.includes(one)));
    if (only.length === 0) return;
    const set = { only: only.length === all.length ? undefined : only };
    // The page is named by what it takes: it has another name afterwards.
    const { pages } = files.source;
    const at = pageKeys(pages).indexOf(id);
    const { only: _, ...rest } = page;
    const next = pageKeys(
      pages.map((one, place) => (place === at ? { ...rest, ...(set.only ? { only: set.only } : {}) } : one)),
    )[at];
    const choose = next === undefined ? {} : { choose: { at: 'page', page: next } as const };
    take({ do: 'setPage', page: id, set }, { ...choose, focus: `take:${question}` });
  };
  return (
    <fieldset class="builder-part">
      <legend class="field__label">{words('page.sharedTakes')}</legend>
      <p>{words('page.sharedWhy')}</p>
      {all.map((question) => (
        <TickField
          key={question}
          label={nameOfQuestion(files, question, shared)}
          isTicked={taken.includes(question)}
          focus={`take:${question}`}
          onTick={(isTicked) => tick(question, isTicked)}
        />
      ))}
    </fieldset>
  );
}
