import { h, type JSX } from 'preact';
import { localPath } from '#i18n/paths.ts';
import type { WordedStep } from '#i18n/word-verdict.ts';
import type { FormWords } from '../form/form-words.ts';

/** Forms that can be begun with the answers, by the path that a step leads to. */
export interface FormLinks {
  readonly paths: readonly string[];
  readonly start: (path: string) => void;
}

export interface StepsListProps {
  readonly steps: readonly WordedStep[];
  readonly language: string;
  readonly words: FormWords;
  readonly forms?: FormLinks;
}

/** Where to go next. A form that can take the answers has a button for that; the plain link opens it empty. */
export function StepsList({ steps, language, words, forms }: StepsListProps): JSX.Element {
  const takes = forms && steps.find(({ href }) => forms.paths.includes(href));
  return h('div', null, [
    takes &&
      h('p', { class: 'buttons' }, [
        h(
          'button',
          { class: 'button', type: 'button', 'data-start-form': takes.href, onClick: () => forms.start(takes.href) },
          words('startForm'),
        ),
      ]),
    takes &&
      h('p', { class: 'small' }, [
        words('startFormNote'),
        ' ',
        h('a', { href: localPath(language, takes.href) }, words('emptyForm')),
      ]),
    h(
      'ul',
      { class: 'next-steps' },
      withoutRepeats(steps)
        .filter(({ href }) => href !== takes?.href)
        .map(({ href, text }) => h('li', null, h('a', { href: localPath(language, href) }, text))),
    ),
  ]);
}

/** Two steps to the same place are one. */
function withoutRepeats(steps: readonly WordedStep[]): readonly WordedStep[] {
  return steps.filter(({ href }, at) => steps.findIndex((other) => other.href === href) === at);
}
