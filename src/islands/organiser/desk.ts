import { bad, type Outcome } from '#core/outcome.ts';
import type { WallTime } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { TimetableChange } from '#core/timetable/change.ts';
import type { Sayer } from '#i18n/words.ts';
import type { TimetableCopy } from '#store/timetable/copy.ts';
import { stepNow } from '#store/timetable/keep-in-step.ts';
import { type Edit, saveChange } from '#store/timetable/save-change.ts';
import type { Organiser } from '#store/timetable/signed-in.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { changeInWords } from './change-in-words.ts';
import { say } from './say.ts';

/** Everything that an organiser's page works with, as it is now. */
export interface Desk {
  readonly organiser: Organiser;
  readonly sayer: Sayer;
  readonly base: TimetableBase;
  readonly copy: TimetableCopy;
  /** London's clock. */
  readonly now: WallTime;
}

/** Writes an edit down on this device, says so, and sends it as soon as that is possible. */
export async function save(
  { organiser, sayer, base }: Desk,
  edit: Edit,
): Promise<Outcome<TimetableChange, 'storageRefused'>> {
  const saved = await saveChange(organiser.id, edit);
  if (!saved.ok) {
    announce(say(sayer, 'announce.refused'));
    return bad(saved.problem);
  }
  const sessions = base.groups[edit.group]?.sessions ?? [];
  const [what = ''] = changeInWords(edit, { sayer, base, sessions });
  announce(say(sayer, 'announce.saved', { what }));
  void stepNow({ force: true });
  return saved;
}

/** The name of somebody who changed something, as far as it is known here. */
export function nameOfPerson({ organiser, sayer }: Desk, id: string): string {
  if (id === organiser.id) return say(sayer, 'you');
  return organiser.others[id] ?? say(sayer, 'somebody');
}
