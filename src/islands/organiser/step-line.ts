import { type ComponentChild, h } from 'preact';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { type Step, stepNow } from '#store/timetable/keep-in-step.ts';
import type { Desk } from './desk.ts';
import { say } from './say.ts';

/** How this device and the service get on, and how much waits here. */
export function StepLine({ desk, step }: { readonly desk: Desk; readonly step: Step | undefined }): ComponentChild {
  const { sayer, copy } = desk;
  const waiting = copy.waiting.size;
  return h(
    'div',
    { class: 'organise-step', 'data-step': step?.state ?? 'working' },
    h('p', null, stepInWords(desk, step)),
    waiting > 0 && h('p', { 'data-waiting': waiting }, say(sayer, 'step.waiting', { count: waiting })),
    waiting > 0 &&
      step?.state === 'apart' &&
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            class: 'button button--secondary',
            'data-action': 'send-now',
            onClick: () => void stepNow({ force: true }),
          },
          say(sayer, 'step.sendNow'),
        ),
      ),
  );
}

function stepInWords({ sayer, copy }: Desk, step: Step | undefined): string {
  const when = copy.inStepAt === undefined ? undefined : dateAndTimeInWords(copy.inStepAt, sayer.lang);
  if (step?.state === 'apart') {
    const why = say(sayer, `step.${step.problem}`);
    return when === undefined ? why : `${why} ${say(sayer, 'step.last', { when })}`;
  }
  if (step?.state === 'inStep' && when !== undefined) return say(sayer, 'step.inStep', { when });
  return say(sayer, 'step.working');
}
