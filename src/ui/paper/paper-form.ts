import { type ComponentChildren, h, type JSX } from 'preact';
import { PaperPartView } from './paper-part.ts';
import type { PaperPlace, PaperProps } from './paper-props.ts';
import { withCode } from './with-code.ts';

/**
 * A form to print and fill in with a pen: the same questions, in the same order, with the way through it in words.
 * Large print is the same sheet: its link leads to the sheet itself, and the style sheet knows (`:target`).
 */
export function PaperForm(props: PaperProps): JSX.Element {
  const { form, parts, text, words, code, crisis } = props;
  return h('article', { class: 'paper', id: 'large-print' }, [
    h('div', { class: 'paper__body' }, [
      h('header', { class: 'paper-head' }, [
        h('p', { class: 'paper-head__team' }, props.team),
        h('h1', null, text.title),
        ...text.intro.map((line) => h('p', null, line)),
        crisis.length > 0 &&
          h(
            'div',
            { class: 'paper-warning' },
            crisis.map((line) => h('p', null, line)),
          ),
      ]),
      h(HowTo, props),
      ...parts.map((part) => h(PaperPartView, { ...props, part })),
      h('section', { class: 'paper-part' }, [
        h('h2', null, words('end.title')),
        h('p', null, words('end.send')),
        ...props.places.map((place) => h(Place, { place })),
        h(
          'p',
          null,
          withCode((address) => words('end.noPlace', { address }), props.address(`/forms/${form.id}/`)),
        ),
        h('p', null, words('end.goesTo', { team: teamsOf(props) })),
        h('p', null, [words(`promise.${form.promise}`), ' ', words('end.keep')]),
        form.monitoring &&
          h(
            'p',
            null,
            withCode(
              (address) => words('end.equality', { address }),
              props.address(`/forms/${form.monitoring}/paper/`),
            ),
          ),
      ]),
      h(Privacy, props),
      h(Office, props),
    ]),
    h(
      'p',
      { class: 'paper__foot' },
      withCode((blank) => words('code', { code: blank }), code),
    ),
  ]);
}

function HowTo({ form, words, formWords, code }: PaperProps): JSX.Element {
  return h('section', { class: 'paper-part paper-part--how' }, [
    h('h2', null, words('howTo.title')),
    h('p', null, [
      words('howTo.pen'),
      ' ',
      h('span', { class: 'paper-box paper-box--ticked', 'aria-hidden': 'true' }, '✓'),
    ]),
    h('p', null, words('howTo.skip', { optional: formWords('optional') })),
    form.kind === 'monitoring' && h('p', null, words('howTo.anonymous')),
    h(
      'p',
      null,
      withCode((blank) => words('howTo.help', { code: blank }), code),
    ),
  ]);
}

/** Who may get the form: on paper the answers do not choose yet. */
export function teamsOf({ form, text, language }: PaperProps): string {
  const teams = [...new Set(form.routes.map(({ recipient }) => text.recipients[recipient] ?? recipient))];
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(teams);
}

function Place({ place }: { readonly place: PaperPlace }): JSX.Element {
  return h('div', { class: 'paper-place' }, [
    h('h3', null, place.name),
    h(
      'dl',
      { class: 'paper-facts' },
      place.facts.map(({ label, value, isKnown }) => [
        h('dt', null, label),
        h('dd', null, isKnown ? h('bdi', null, value) : value),
      ]),
    ),
  ]);
}

/** The privacy notice in short, with where the whole of it is. */
export function Privacy({ form, words, address }: PaperProps): JSX.Element {
  const isAnonymous = form.kind === 'monitoring';
  return h('section', { class: 'paper-part' }, [
    h('h2', null, words('privacy.title')),
    h('p', null, words(isAnonymous ? 'privacy.anonymous' : 'privacy.use')),
    h('p', null, words('privacy.sealed')),
    !isAnonymous && h('p', null, words('privacy.rights')),
    h(
      'p',
      null,
      withCode(
        (blank) => words('privacy.whole', { version: form.privacyNotice, address: blank }),
        address('/privacy/'),
      ),
    ),
  ]);
}

function Office({ words }: PaperProps): ComponentChildren {
  const field = (name: string) => h('p', null, [words(`office.${name}`), h('i', { 'aria-hidden': 'true' })]);
  return h('section', { class: 'paper-office' }, [
    h('h2', null, words('office.title')),
    ...['received', 'by', 'reference'].map(field),
  ]);
}
