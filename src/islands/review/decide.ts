import type { TimetableChange } from '#core/timetable/change.ts';
import { stepNow } from '#store/timetable/keep-in-step.ts';
import { saveChange, saveDecision } from '#store/timetable/save-change.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { changeInWords } from '../organiser/change-in-words.ts';
import { say } from '../organiser/say.ts';
import { groupName, type ReviewDesk, sayReview } from './review-desk.ts';

/** Writes a decision down on this device, says so, and sends it as soon as that is possible. Answers whether it is kept. */
export async function decide(
  { desk, sayer }: ReviewDesk,
  { _id, group }: TimetableChange,
  verdict: 'published' | 'refused',
  why?: string,
): Promise<boolean> {
  const reason = why === undefined ? {} : { why };
  const saved = await saveDecision(desk.organiser.id, { change: _id, group, verdict, ...reason });
  if (!saved.ok) {
    announce(say(desk.sayer, 'announce.refused'));
    return false;
  }
  announce(sayReview(sayer, `decided.${verdict}`, { group: groupName(desk, group).name }));
  void stepNow({ force: true });
  return true;
}

/** What was refused or taken back counts after all: it is written anew in the editor's name, and published. */
export async function bringBack(at: ReviewDesk, { group, target, set }: TimetableChange): Promise<boolean> {
  const saved = await saveChange(at.desk.organiser.id, { group, target, set });
  if (saved.ok) return decide(at, saved.value, 'published');
  announce(say(at.desk.sayer, 'announce.refused'));
  return false;
}

/** The first sentence of a change: what its card is called. */
export function titleOf(change: TimetableChange, { desk }: ReviewDesk): string {
  const sessions = desk.base.groups[change.group]?.sessions ?? [];
  return changeInWords(change, { sayer: desk.sayer, base: desk.base, sessions })[0] ?? '';
}
