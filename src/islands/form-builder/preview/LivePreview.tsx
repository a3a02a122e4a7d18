import { useRef, useState } from 'preact/hooks';
import type { PublishedForm } from '#core/forms/definition.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField } from '../fields/Field.tsx';
import { nameOfLanguage } from '../in-words.ts';
import { composeDraft, type Fillers } from './compose-draft.ts';
import { ShownForm, WAYS, type Way } from './ShownForm.tsx';

/** The form as people will see it, at each step of the author: in the runtime of all forms, without script, on paper. */
export function LivePreview({ isBeside = false }: { readonly isBeside?: boolean }) {
  const { files, known, words, data, language: readers } = useEditing();
  const [language, chooseLanguage] = useState(files.sourceLanguage);
  const [way, chooseWay] = useState<Way>('phone');
  const written = files.texts[language] ? language : files.sourceLanguage;
  const fillers: Fillers = {
    why: words('filler.why'),
    body: words('filler.body'),
    recipient: words('filler.recipient'),
    option: words('filler.option'),
    limit: words('filler.limit'),
  };
  const composed = composeDraft(files, known, written, fillers);
  // What makes no sense as a whole leaves the last form that did on show.
  const last = useRef<{ readonly form: PublishedForm; readonly language: string }>();
  if (composed) last.current = { form: composed, language: written };
  const shown = last.current;
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{words('preview.title')}</h3>
      <div class="preview__choices">
        <ChoiceField
          label={words('preview.language')}
          value={written}
          options={Object.keys(files.texts).map((id) => ({ id, name: nameOfLanguage(id, data) }))}
          onChoose={chooseLanguage}
        />
        <ChoiceField
          label={words('preview.way')}
          value={way}
          options={WAYS.map((id) => ({ id, name: words(`preview.${id}`) }))}
          onChoose={(id) => chooseWay(id as Way)}
        />
      </div>
      <p class="small">{words(isBeside ? 'preview.besideNote' : 'preview.note')}</p>
      {!composed && <p class="notice notice--warning">{words('preview.older')}</p>}
      {shown && <ShownForm {...shown} way={way} title={words('preview.frame')} readers={readers} />}
    </section>
  );
}
