import type { FormDefinition } from '#core/forms/definition.ts';
import { NOT_CHOSEN } from '#core/forms/edit/form-files.ts';
import type { FormFacts } from '#core/forms/edit/step.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField, TickField } from '../fields/Field.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { PanelHead } from './PanelHead.tsx';
import { RoutesEditor } from './RoutesEditor.tsx';

const AUDIENCES: readonly FormDefinition['audience'][] = ['resident', 'carer', 'professional', 'organiser'];
const PROMISES: readonly FormDefinition['promise'][] = ['none', 'derby-reply', 'derby'];

/** The form as a whole: what it says first, who receives it, what is promised. */
export function FormPanel() {
  const { files, take, words, data, choose } = useEditing();
  const { source, texts, sourceLanguage } = files;
  const set = (facts: FormFacts) => take({ do: 'setForm', set: facts });
  const isAnonymous = source.kind === 'monitoring';
  const notChosen = { id: NOT_CHOSEN, name: words('form.notChosen') };
  const keyed = <Id extends string>(stem: string, ids: readonly Id[]) =>
    ids.map((id) => ({ id, name: words(`${stem}.${id}`) }));
  return (
    <section aria-labelledby="panel-title">
      <PanelHead above={words('form.above')} title={texts[sourceLanguage]?.title ?? source.id} />
      <div class="row-buttons">
        <button
          class="button button--secondary button--small"
          type="button"
          data-focus="add-after"
          onClick={() => choose({ at: 'newPage', after: undefined }, 'new-title')}
        >
          {words('form.addPage')}
        </button>
      </div>
      <WordsField at="title" label={words('form.title')} focus="label" />
      <LinesField
        stem="intro"
        label={words('form.intro')}
        hint={words('form.introHint')}
        lines={texts[sourceLanguage]?.intro ?? []}
      />
      <RoutesEditor />
      <TickField
        label={words('form.anonymous')}
        isTicked={isAnonymous}
        onTick={(anonymous) =>
          set(
            anonymous
              ? { kind: 'monitoring', promise: 'anonymous', monitoring: undefined }
              : { kind: 'submission', promise: 'none' },
          )
        }
      />
      {!isAnonymous && (
        <ChoiceField
          label={words('form.promise')}
          value={source.promise}
          options={keyed('promise', PROMISES)}
          onChoose={(promise) => set({ promise: promise as FormDefinition['promise'] })}
        />
      )}
      <ChoiceField
        label={words('form.notice')}
        hint={words('form.noticeHint')}
        value={source.privacyNotice}
        options={source.privacyNotice === NOT_CHOSEN ? [notChosen, ...data.notices] : data.notices}
        onChoose={(privacyNotice) => set({ privacyNotice })}
      />
      <ChoiceField
        label={words('form.audience')}
        value={source.audience}
        options={keyed('audience', AUDIENCES)}
        onChoose={(audience) => set({ audience: audience as FormDefinition['audience'] })}
      />
      <ChoiceField
        label={words('form.system')}
        value={source.system}
        options={[{ id: 'all', name: words('form.allProgrammes') }, ...data.programmes]}
        onChoose={(system) => set({ system })}
      />
      {!isAnonymous && (
        <ChoiceField
          label={words('form.monitoring')}
          value={source.monitoring ?? ''}
          options={[{ id: '', name: words('form.noMonitoring') }, ...data.monitoring]}
          onChoose={(id) => set({ monitoring: id === '' ? undefined : id })}
        />
      )}
      <TickField
        label={words('form.crisisPanel')}
        isTicked={source.crisisPanel}
        onTick={(crisisPanel) => set({ crisisPanel })}
      />
      <TickField
        label={words('form.onePage')}
        isTicked={source.layout === 'one-page'}
        onTick={(onePage) => set({ layout: onePage ? 'one-page' : undefined })}
      />
    </section>
  );
}
