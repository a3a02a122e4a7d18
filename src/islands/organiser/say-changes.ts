import type { TimetableBase } from '#core/timetable/base.ts';
import type { Sayer } from '#i18n/words.ts';
import type { TimetableCopy } from '#store/timetable/copy.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { changeInWords } from './change-in-words.ts';
import { shownState, stateInWords } from './change-status.ts';
import { groupView } from './group-view.ts';
import { say } from './say.ts';

/** Says aloud, once, what became of a person's own changes, and that people disagree (G40). It moves no focus. */
export function changeSayer(
  person: string,
  sayer: Sayer,
): (base: TimetableBase, copy: TimetableCopy, today: string) => void {
  let before: ReadonlyMap<string, string> | undefined;
  return (base, copy, today) => {
    const views = [...new Set(copy.changes.map(({ group }) => group))].flatMap(
      (group) => groupView(group, base, copy, today) ?? [],
    );
    const own = views.flatMap((view) =>
      view.changes
        .filter(({ by }) => by === person)
        .map((change) => ({ change, view, state: shownState(change, view) })),
    );
    const known = before;
    before = new Map(own.map(({ change, state }) => [change._id, state]));
    const texts = own.flatMap(({ change, view, state }) => {
      const was = known?.get(change._id);
      if (was === undefined || was === state) return [];
      const [what = ''] = changeInWords(change, { sayer, base, sessions: view.now.sessions });
      return [say(sayer, 'announce.state', { what, state: stateInWords(change, view, sayer) })];
    });
    if (texts.length > 0) announce(texts.join(' '));
  };
}
