import { placeName } from '../change-in-words.ts';
import type { FieldSpec } from '../field.ts';
import { say } from '../say.ts';
import type { Place } from './edit-form.ts';

/** The places one may choose, those of the group's own area first; none, where there is none so far. */
export function placeField({ view, desk }: Place, label: string, before: string | undefined): FieldSpec {
  const { base, sayer } = desk;
  const named = Object.entries(base.places).map(([id, { area }]) => ({
    id,
    isNear: area === view.base.area,
    text: placeName(base, id, sayer.lang) ?? id,
  }));
  named.sort((a, b) => Number(b.isNear) - Number(a.isNear) || a.text.localeCompare(b.text, sayer.lang));
  const options = named.map(({ id, text }) => [id, text] as const);
  const none = before ? [] : [['', say(sayer, 'edit.noPlace')] as const];
  return { kind: 'list', name: 'place', label, options: [...none, ...options] };
}
