import { fillIn, type PickedWords } from '#i18n/plural-of.ts';
import { dropReminder, keepReminder, reminders } from '#store/reminders.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { remind } from './remind.ts';

/**
 * The button on a group's page that has this device remind its owner. Reason for the island: only a browser can.
 * Permission is asked for when somebody presses it, never before.
 */
export function offerReminder(words: PickedWords): void {
  const button = document.querySelector<HTMLButtonElement>('[data-remind]');
  if (!button || !('Notification' in globalThis)) return;
  const { remind: group = '', name = '' } = button.dataset;
  const isOn = () => reminders().some((one) => one.group === group);
  const show = () => {
    button.textContent = words[isOn() ? 'remind.stop' : 'remind.start'] ?? '';
    for (const hidden of document.querySelectorAll<HTMLElement>('[data-remind], [data-remind-note]'))
      hidden.hidden = false;
  };
  button.addEventListener('click', async () => {
    say(fillIn(words[await change(group, name, isOn())] ?? '', { name }));
    show();
    void remind();
  });
  show();
}

async function change(group: string, name: string, isOn: boolean): Promise<string> {
  if (isOn) {
    dropReminder(group);
    return 'remind.stopped';
  }
  if ((await Notification.requestPermission()) !== 'granted') return 'remind.refused';
  const kept = keepReminder({ group, name });
  if (kept.ok) return 'remind.started';
  return kept.problem === 'sharedComputer' ? 'mine.shared' : 'mine.refused';
}

function say(text: string): void {
  const place = document.querySelector<HTMLElement>('[data-remind-said]');
  if (place) place.textContent = text;
  announce(text);
}
