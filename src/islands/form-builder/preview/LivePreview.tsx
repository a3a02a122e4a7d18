import { useEffect, useRef, useState } from 'preact/hooks';
import type { PublishedForm } from '#core/forms/definition.ts';
import { useEditing } from '../editing.ts';
import { ChoiceField } from '../fields/Field.tsx';
import { nameOfLanguage } from '../in-words.ts';
import { paperPage, plainPage } from './as-page.ts';
import { composeDraft, type Fillers } from './compose-draft.ts';
import { isReady, type ShowForm } from './messages.ts';
import { type PreviewWords, readPreviewWords } from './start.ts';

type Way = 'phone' | 'plain' | 'paper';
const WAYS: readonly Way[] = ['phone', 'plain', 'paper'];

/** The form as people will see it, at each step of the author: in the runtime of all forms, without script, on paper. */
export function LivePreview({ isBeside = false }: { readonly isBeside?: boolean }) {
  const { files, known, words, data } = useEditing();
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
      {shown && (way === 'phone' ? <Phone {...shown} /> : <Page key={way} {...shown} way={way} />)}
    </section>
  );
}

interface ShownProps {
  readonly form: PublishedForm;
  readonly language: string;
}

/** A page of this site that runs the form as it runs every form. */
function Phone({ form, language }: ShownProps) {
  const { words, language: readers } = useEditing();
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef<ShowForm>({ wayin: 'showForm', form, language });
  latest.current = { wayin: 'showForm', form, language };
  const tell = () => frame.current?.contentWindow?.postMessage(latest.current, location.origin);
  useEffect(() => {
    const listen = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow && isReady(event.data)) tell();
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  const written = JSON.stringify(form);
  useEffect(() => {
    tell();
  }, [written, language]);
  return (
    <iframe
      ref={frame}
      class="preview__phone"
      title={words('preview.frame')}
      src={`/${readers}/build/preview/`}
      data-preview="phone"
    />
  );
}

/** A page that is only looked at: no script runs in it, and nothing is sent from it. */
function Page({ form, language, way }: ShownProps & { readonly way: Exclude<Way, 'phone'> }) {
  const { words } = useEditing();
  const [own, bring] = useState<{ readonly language: string; readonly words: PreviewWords }>();
  useEffect(() => {
    void readPreviewWords(language).then(
      (read) => bring({ language, words: read }),
      () => undefined,
    );
  }, [language]);
  if (own?.language !== language) return null;
  const page = (way === 'paper' ? paperPage : plainPage)({ form, language, words: own.words });
  return (
    <iframe
      class={way === 'paper' ? 'preview__paper' : 'preview__phone'}
      title={words('preview.frame')}
      sandbox="allow-same-origin"
      srcdoc={page}
      data-preview={way}
    />
  );
}
