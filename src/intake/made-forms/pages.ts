import type { FastifyInstance } from 'fastify';
import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedForm } from '#core/forms/definition.ts';
import { formData, sendingData } from '#i18n/form-data.ts';
import type { Words } from '#i18n/words.ts';
import { FormView } from '#ui/form/form-view.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { Notice } from '#ui/notice/notice.ts';
import type { Site } from '../site/read-site.ts';
import { FORM_PLACE } from '../submit/form-page.ts';
import type { Frame } from './frames.ts';
import type { MadeForms } from './made-forms.ts';
import type { Publishing } from './publishing.ts';

interface Needs {
  readonly made: MadeForms;
  readonly site: Site;
  readonly publishing: Publishing;
  readonly frame: Frame;
  readonly words: (language: string) => Words | undefined;
}

const ADDRESS = /^\/([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\/forms\/([a-z][A-Za-z0-9-]*)\/(form\.json|sending\.json)?(?:\?|$)/;
const NOSCRIPT = /<noscript>[\s\S]*?<\/noscript>/g;
const GONE = 410;

/**
 * The pages of forms that were published, or withdrawn, after the build: what the next build makes of them, made now.
 * All other addresses are the built site's.
 */
export function registerMadePages(app: FastifyInstance, needs: Needs): void {
  const { made, site, publishing, frame } = needs;

  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const [, language = '', id = '', file] = ADDRESS.exec(request.url) ?? [];
    const words = id === '' ? undefined : needs.words(language);
    if (!words) return undefined;
    reply.header('cache-control', 'no-cache');
    const published = made.published(id);
    if (published) {
      if (file === 'form.json') return reply.send(formData(published, words));
      if (file === 'sending.json') return reply.send(sendingOf(published, words));
      return reply.type('text/html; charset=utf-8').send(await livePage(published, words));
    }
    const withdrawn = made.withdrawn(id);
    if (!withdrawn) return undefined;
    reply.code(GONE);
    return file === undefined
      ? reply.type('text/html; charset=utf-8').send(await withdrawnPage(withdrawn.form, words, withdrawn.why))
      : reply.send();
  });

  function sendingOf({ definition }: PublishedForm, words: Words) {
    const contact = publishing.contacts[definition.system]?.[words.lang] ?? {
      text: '',
      href: `/${words.lang}/services/`,
    };
    return sendingData(definition, site.keys, contact, words);
  }

  async function livePage(published: PublishedForm, words: Words): Promise<string> {
    const { definition, version, text } = published;
    const formText = text[words.lang] ?? text['en'];
    if (!formText) throw new Error(`${definition.id} has no English words`);
    const view = h(FormView, {
      form: definition,
      version,
      text: formText,
      language: words.lang,
      answers: {},
      problems: [],
      words: formWords(words, 'form'),
    });
    return put(await frame(published, words.lang), renderToString(view));
  }

  async function withdrawnPage(published: PublishedForm, words: Words, why: string | undefined): Promise<string> {
    const say = formWords(words, 'intake');
    const html = renderToString(
      h(Fragment, null, [
        h(Notice, { kind: 'warning', children: say('withdrawn') }),
        why === undefined ? null : h('p', null, say('withdrawnWhy', { why })),
        h('ul', null, [
          h('li', null, h('a', { href: `/${words.lang}/services/` }, say('toServices'))),
          h('li', null, h('a', { href: `/${words.lang}/help-now/` }, say('toHelpNow'))),
        ]),
      ]),
    );
    return put(await frame(published, words.lang), html).replace(NOSCRIPT, '');
  }
}

function put(frame: string, html: string): string {
  return frame.replace(FORM_PLACE, () => `<!--way-in:form-->${html}<!--/way-in:form-->`);
}

function formWords(words: Words, namespace: 'form' | 'intake'): FormWords {
  return (key, blanks) => words.t(`${namespace}:${key}`, blanks);
}
