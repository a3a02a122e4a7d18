import type { Json } from '#core/canonical-json.ts';
import type { FieldSpec } from '../field.ts';
import { wordsNow } from '../group-view.ts';
import { say } from '../say.ts';
import { type EditForm, linesOf, type Place, problemOfLine, problemOfLines, unless } from './edit-form.ts';

const LINES = ['whoFor', 'firstTime', 'access'];
const FIELDS = ['name', 'oneLine', 'whoFor', 'firstTime', 'access', 'costFor'];
const NEEDED = ['name', 'oneLine'];

/** The group's words in one language. An editor reads them before anybody else does (U18). */
export function wordsForm(place: Place, language: string): EditForm {
  const { sayer } = place.desk;
  const now = wordsNow(place.view, language);
  const before = Object.fromEntries(FIELDS.map((field) => [field, toText(now[field])]));
  return {
    id: `words-${place.view.id}-${language}`,
    fields: FIELDS.map(
      (field): FieldSpec => ({
        kind: field === 'name' || field === 'costFor' ? 'line' : 'long',
        name: field,
        label: say(sayer, `words.${field}`),
        lang: language,
        ...(LINES.includes(field) ? { hint: say(sayer, 'words.linesHint') } : {}),
      }),
    ),
    initial: before,
    button: say(sayer, 'words.save'),
    read: (typed) => {
      const changed = FIELDS.filter((field) => (typed[field] ?? '').trim() !== before[field]);
      const codes = Object.fromEntries(changed.map((field) => [field, problemIn(field, typed[field] ?? '')]));
      return unless(place, codes, () => ({
        target: `words:${language}`,
        set: Object.fromEntries(changed.map((field) => [field, toValue(field, typed[field] ?? '')])),
      }));
    },
  };
}

function toText(value: Json | undefined): string {
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

function toValue(field: string, typed: string): Json {
  if (LINES.includes(field)) return linesOf(typed);
  const line = linesOf(typed).join(' ');
  return line === '' ? null : line;
}

function problemIn(field: string, typed: string): string | undefined {
  if (LINES.includes(field)) return problemOfLines(linesOf(typed));
  const line = linesOf(typed).join(' ');
  return line === '' && NEEDED.includes(field) ? 'needed' : problemOfLine(line);
}
