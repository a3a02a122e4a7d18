import { useEffect, useRef, useState } from 'preact/hooks';
import type { PublishedForm } from '#core/forms/definition.ts';
import { paperPage, plainPage } from './as-page.ts';
import { isReady, type ShowForm } from './messages.ts';
import { type PreviewWords, readPreviewWords } from './start.ts';

/** In the runtime of all forms at the width of a phone, without script, on paper. */
export type Way = 'phone' | 'plain' | 'paper';
export const WAYS: readonly Way[] = ['phone', 'plain', 'paper'];

interface ShownProps {
  readonly form: PublishedForm;
  /** One that the form is in. */
  readonly language: string;
  readonly way: Way;
  /** What the frame is called. */
  readonly title: string;
  /** The language of the page around it. */
  readonly readers: string;
}

/** A form that is not published yet, as people will see it. */
export function ShownForm({ way, ...shown }: ShownProps) {
  return way === 'phone' ? <Phone {...shown} /> : <Page key={way} {...shown} way={way} />;
}

/** A page of this site that runs the form as it runs every form. */
function Phone({ form, language, title, readers }: Omit<ShownProps, 'way'>) {
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
    <iframe ref={frame} class="preview__phone" title={title} src={`/${readers}/build/preview/`} data-preview="phone" />
  );
}

/** A page that is only looked at: no script runs in it, and nothing is sent from it. */
function Page({
  form,
  language,
  way,
  title,
}: Omit<ShownProps, 'way' | 'readers'> & { readonly way: Exclude<Way, 'phone'> }) {
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
      title={title}
      sandbox="allow-same-origin"
      srcdoc={page}
      data-preview={way}
    />
  );
}
