import { type ComponentChild, Fragment, h, render } from 'preact';
import type { Answers } from '#core/criteria/criterion.ts';
import { type Comparison, compareDraft, wasTyped } from '#core/forms/compare.ts';
import type { Draft, SetAside } from '#core/forms/draft.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { readDraftWords } from '../draft-file/draft-words.ts';
import { questionWords } from './controls.ts';
import type { FormOnScreen } from './fill-in.ts';
import type { FormData } from './form-data.ts';

interface Changed {
  readonly form: HTMLFormElement;
  readonly data: FormData;
  readonly screen: FormOnScreen;
  readonly draft: Draft;
  readonly fill: (answers: Answers) => void;
}

/**
 * Fills in what still fits, and says in words what became of every answer: kept, moved, to be answered again, not
 * asked any more. Answers what has no place in the form, in the words of its time.
 */
export async function showChanges({ form, data, screen, draft, fill }: Changed): Promise<readonly SetAside[]> {
  const [words, found] = await Promise.all([readDraftWords(data.language), compareDraft(data.form, draft)]);
  fill(found.answers);
  // What was chosen is told once; what somebody wrote is kept until they need it no more.
  const lost = found.again.filter((one) => one.lost && isOwnWords(one.question, draft));
  const inWords = (ids: readonly string[]) => ids.flatMap((id) => inItsWords(id, draft) ?? []);
  const notAsked = [...(draft.setAside ?? []), ...inWords(found.dropped)];
  const setAside = [...notAsked, ...inWords(lost.map(({ question }) => question))];

  const lead = ({ question, page }: { readonly question: string; readonly page: string }) => {
    screen.go({ at: 'page', page });
    const control = form.querySelector<HTMLElement>(`[data-question="${question}"] :is(input, textarea)`);
    if (control) moveFocus(control);
  };
  const label = (question: string) => {
    const element = form.querySelector(`[data-question="${question}"]`);
    return element ? questionWords(element) : question;
  };
  const isSameVersion = draft.formVersion === data.version;
  const place = document.querySelector('[data-notice="new-version"] [data-changes]');
  if (place) render(h(Changes, { found, draft, notAsked, words, label, lead, isSameVersion }), place);
  if (!isSameVersion) announce(place?.parentElement?.textContent ?? '');
  return setAside;
}

/** An answer as it was asked for and given; nothing for one that was off the route, or from before such words were kept. */
function inItsWords(question: string, { asked, answers, language = '' }: Draft): SetAside | undefined {
  const one = asked?.[question];
  if (!one) return undefined;
  return { label: one.label, said: one.said.length > 0 ? one.said : [answers[question] ?? ''].flat(), language };
}

function isOwnWords(question: string, { asked }: Draft): boolean {
  const one = asked?.[question];
  return one !== undefined && wasTyped(one);
}

interface ChangesProps {
  readonly found: Comparison;
  readonly draft: Draft;
  readonly notAsked: readonly SetAside[];
  readonly words: FormWords;
  readonly label: (question: string) => string;
  readonly lead: (to: { readonly question: string; readonly page: string }) => void;
  /** The form changed earlier: only what was set aside then is told again. */
  readonly isSameVersion: boolean;
}

function Changes(props: ChangesProps): ComponentChild {
  const { found, draft, notAsked, words, label, lead, isSameVersion } = props;
  const { kept, moved, again } = found;
  const button = (to: { readonly question: string; readonly page: string }) =>
    h(
      'button',
      {
        class: 'button button--quiet',
        type: 'button',
        'aria-label': words('changes.goTo', { question: label(to.question) }),
        onClick: () => lead(to),
      },
      label(to.question),
    );
  const saidIn = ({ said, language }: SetAside) =>
    said.length > 0 &&
    h('p', { lang: language || undefined, dir: 'auto' }, words('changes.said', { answer: said.join(', ') }));
  const list = (title: string, items: readonly ComponentChild[]) =>
    items.length > 0 && h(Fragment, null, [h('p', null, h('strong', null, words(title))), h('ul', null, items)]);

  return h(Fragment, null, [
    !isSameVersion && kept.length > 0 && h('p', null, words('changes.kept', { count: kept.length })),
    !isSameVersion &&
      list(
        'changes.moved',
        moved.map((one) => h('li', { 'data-moved': one.question }, button(one))),
      ),
    !isSameVersion &&
      list(
        'changes.again',
        again.map((one) => {
          const before = inItsWords(one.question, draft);
          return h('li', { 'data-again': one.question }, [button(one), before && saidIn(before)]);
        }),
      ),
    list(
      'changes.dropped',
      notAsked.map((one) =>
        h('li', { 'data-dropped': '' }, [
          h('span', { lang: one.language || undefined, dir: 'auto' }, one.label),
          saidIn(one),
        ]),
      ),
    ),
  ]);
}
