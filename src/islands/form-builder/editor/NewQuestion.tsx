import { useState } from 'preact/hooks';
import type { QuestionKind } from '#core/forms/definition.ts';
import { takenQuestionIds } from '#core/forms/edit/find.ts';
import { mintId } from '#core/forms/edit/mint-id.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField, Field, TickField } from '../fields/Field.tsx';
import { directionOf, problemInWords } from '../in-words.ts';
import { nameOfPage } from '../names.ts';
import { namedKinds } from './kinds.ts';
import { PanelHead } from './PanelHead.tsx';

const CHOICES: readonly QuestionKind[] = ['one-of', 'some-of', 'scale'];

/** A question about to be added. It has its label from the start, since its id is made of it and never changes. */
export function NewQuestion({ page, after }: { readonly page: string; readonly after: string | undefined }) {
  const editing = useEditing();
  const { files, groups, shared, take, words, choose, data } = editing;
  const [label, typeLabel] = useState('');
  const [kind, chooseKind] = useState<QuestionKind>('text');
  const [options, typeOptions] = useState('');
  const [isRequired, require] = useState(false);
  const [why, typeWhy] = useState('');
  const [problem, tell] = useState<string>();
  const written = { lang: files.sourceLanguage, dir: directionOf(files.sourceLanguage, data) };
  const add = (event: Event) => {
    event.preventDefault();
    const isChoice = CHOICES.includes(kind);
    const lines = options.split('\n').filter((line) => line.trim() !== '');
    const taken = takenQuestionIds(files.source, groups);
    const id = mintId(label, 'question', (one) => taken.has(one));
    const steps: Step[] = [
      {
        do: 'addQuestion',
        page,
        kind,
        label,
        id,
        ...(after ? { after } : { first: true }),
        ...(isChoice ? { options: lines } : {}),
      },
    ];
    if (isRequired) steps.push({ do: 'setFact', question: id, set: { required: true } });
    if (why.trim() !== '') {
      steps.push({ do: 'setWords', language: files.sourceLanguage, at: `questions.${id}.why`, text: why });
    }
    const refusal = take(steps, { go: true, focus: 'panel' });
    tell(refusal && problemInWords(refusal, editing));
  };
  const leave = () => choose(after ? { at: 'question', question: after } : { at: 'page', page }, 'panel');
  return (
    <section aria-labelledby="panel-title">
      <PanelHead above={nameOfPage(files, page, shared)} title={words('newQuestion.title')} />
      <form class="builder-form" onSubmit={add}>
        <Field label={words('question.label')} hint={words('newQuestion.labelHint')} problem={problem}>
          {({ id, describedBy }) => (
            <input
              class="input"
              id={id}
              type="text"
              autocomplete="off"
              aria-describedby={describedBy}
              aria-invalid={problem ? 'true' : undefined}
              {...written}
              data-focus="new-label"
              value={label}
              onInput={({ currentTarget }) => typeLabel(currentTarget.value)}
            />
          )}
        </Field>
        <ChoiceField
          label={words('question.kind')}
          value={kind}
          options={namedKinds(words)}
          onChoose={(one) => chooseKind(one as QuestionKind)}
        />
        {CHOICES.includes(kind) && (
          <Field label={words('options.title')} hint={words('newQuestion.optionsHint')}>
            {({ id, describedBy }) => (
              <textarea
                class="textarea textarea--low"
                id={id}
                rows={4}
                aria-describedby={describedBy}
                {...written}
                value={options}
                onInput={({ currentTarget }) => typeOptions(currentTarget.value)}
              />
            )}
          </Field>
        )}
        <TickField label={words('question.required')} isTicked={isRequired} onTick={require} />
        <Field label={words(isRequired ? 'question.whyRequired' : 'question.why')} hint={words('question.whyHint')}>
          {({ id, describedBy }) => (
            <input
              class="input"
              id={id}
              type="text"
              autocomplete="off"
              aria-describedby={describedBy}
              {...written}
              value={why}
              onInput={({ currentTarget }) => typeWhy(currentTarget.value)}
            />
          )}
        </Field>
        <div class="row-buttons">
          <button class="button button--small" type="submit">
            {words('newQuestion.add')}
          </button>
          <button class="button button--secondary button--small" type="button" onClick={leave}>
            {words('cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
