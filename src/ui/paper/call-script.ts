import { type ComponentChildren, h, type JSX } from 'preact';
import { Privacy, teamsOf } from './paper-form.ts';
import { PaperPartView } from './paper-part.ts';
import type { PaperProps } from './paper-props.ts';
import { withCode } from './with-code.ts';

/** The form as somebody asks it on the phone: what to say first, the questions as they are read out, what to say last. */
export function CallScript(props: PaperProps): JSX.Element {
  const { form, parts, text, words, code, crisis, address } = props;
  const line = (cue: 'say' | 'note', children: ComponentChildren) =>
    h('p', { class: cue === 'note' ? 'paper-note' : undefined }, [
      h('span', { class: 'paper-cue' }, [words(`call.${cue}`), ' ']),
      children,
    ]);
  const say = (key: string, blanks?: { readonly [name: string]: string }) => line('say', words(`call.${key}`, blanks));
  const note = (key: string, blanks?: { readonly [name: string]: string }) =>
    line('note', words(`call.${key}`, blanks));
  const noteWith = (key: string, name: string, value: string) =>
    line(
      'note',
      withCode((blank) => words(`call.${key}`, { [name]: blank }), value),
    );
  const yesOrNo = h(
    'ul',
    { class: 'paper-options paper-options--row' },
    ['yes', 'no'].map((answer) =>
      h('li', null, [h('span', { class: 'paper-box', 'aria-hidden': 'true' }), ' ', words(`call.${answer}`)]),
    ),
  );
  return h('article', { class: 'paper paper--call', id: 'large-print' }, [
    h('div', { class: 'paper__body' }, [
      h('header', { class: 'paper-head' }, [
        h('p', { class: 'paper-head__team' }, props.team),
        h('h1', null, words('call.title', { form: text.title })),
        h('p', null, words('call.lead')),
      ]),
      h('section', { class: 'paper-part paper-part--how' }, [
        h('h2', null, words('call.first.title')),
        note('first.name'),
        say('first.hello', { team: props.team }),
        say('first.safe'),
        yesOrNo,
        note('first.notSafe'),
        crisis.length > 0 && note('first.danger', { danger: crisis.join('. ') }),
        say('first.easier'),
        ...text.intro.map((sentence) => line('note', sentence)),
        say('first.what'),
        line('say', words('end.goesTo', { team: teamsOf(props) })),
        say('first.consent'),
        yesOrNo,
        noteWith('first.refused', 'address', address(`/forms/${form.id}/`)),
      ]),
      ...parts.map((part) => h(PaperPartView, { ...props, part })),
      h('section', { class: 'paper-part' }, [
        h('h2', null, words('call.end.title')),
        say('end.readBack'),
        line('say', words(`promise.${form.promise}`)),
        form.kind === 'submission' && say('end.reference'),
        say('end.thanks'),
        noteWith('end.keyIn', 'command', `npx wayin intake key-in ${code}`),
      ]),
      h(Privacy, props),
    ]),
    h(
      'p',
      { class: 'paper__foot' },
      withCode((blank) => words('code', { code: blank }), code),
    ),
  ]);
}
