import type { QuestionKind } from '#core/forms/definition.ts';
import { findQuestion } from '#core/forms/edit/find.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import { ConditionEditor } from '../condition/ConditionEditor.tsx';
import { useEditing } from '../editing.ts';
import { ChoiceField, TickField } from '../fields/Field.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { nameOfGroup, nameOfPage, nameOfQuestion, wordOf } from '../names.ts';
import { Actions } from './Actions.tsx';
import { KindFacts } from './KindFacts.tsx';
import { namedKinds } from './kinds.ts';
import { PanelHead } from './PanelHead.tsx';

/** Everything about one question. */
export function QuestionPanel({ id }: { readonly id: string }) {
  const { files, groups, shared, take, words, choose } = useEditing();
  const found = findQuestion(files, id, groups);
  if (!found) return null;
  const { question } = found;
  const isShared = 'use' in found;
  const page = pageKeys(files.source.pages)[found.at] ?? '';
  const change = isShared ? found.use.with?.[id] : undefined;
  const when = change?.when ?? question.when;
  const isRequired = change?.required ?? question.required ?? false;
  const label = nameOfQuestion(files, id, shared);
  const addAfter = () => choose({ at: 'newQuestion', page, after: id }, 'new-label');
  return (
    <section aria-labelledby="panel-title">
      <PanelHead above={words('question.above', { page: nameOfPage(files, page, shared) })} title={label} />
      <div class="row-buttons">
        {!isShared && (
          <button
            class="button button--secondary button--small"
            type="button"
            onClick={addAfter}
            data-focus="add-after"
          >
            {words('question.addAfter')}
          </button>
        )}
        <Actions what="question" id={id} isShared={isShared} />
      </div>
      {isShared && (
        <p class="notice">
          {words('question.shared', { group: nameOfGroup(found.use.use, files.sourceLanguage, shared) })}
        </p>
      )}
      {!isShared && (
        <>
          <WordsField at={`questions.${id}.label`} label={words('question.label')} focus="label" />
          <ChoiceField
            label={words('question.kind')}
            value={question.kind}
            options={namedKinds(words)}
            onChoose={(kind) => take({ do: 'setFact', question: id, set: { kind: kind as QuestionKind } })}
          />
          <KindFacts key={`${id} ${question.kind}`} question={question} />
        </>
      )}
      <TickField
        label={words('question.required')}
        isTicked={isRequired}
        onTick={(required) => take({ do: 'setFact', question: id, set: { required } })}
      />
      <WordsField
        at={`questions.${id}.why`}
        label={words(isRequired ? 'question.whyRequired' : 'question.why')}
        hint={words('question.whyHint')}
        instead={isShared ? wordOf(files, id, shared, 'why') : undefined}
      />
      <WordsField
        at={`questions.${id}.hint`}
        label={words('question.hint')}
        hint={words('question.hintHint')}
        instead={isShared ? wordOf(files, id, shared, 'hint') : undefined}
      />
      <ConditionEditor
        key={id}
        owner={{ what: 'question', id }}
        when={when}
        title={words(when ? 'question.conditionSet' : 'question.condition')}
      />
      {!isShared && (
        <ChoiceField
          label={words('question.page')}
          value={page}
          options={pageKeys(files.source.pages).flatMap((key, at) => {
            const one = files.source.pages[at];
            return one && !('use' in one) && !one.exit ? [{ id: key, name: nameOfPage(files, key, shared) }] : [];
          })}
          onChoose={(to) => take({ do: 'moveTo', what: 'question', id, page: to })}
        />
      )}
      <p class="small">{words('question.id', { id })}</p>
    </section>
  );
}
