import { type ComponentChild, h } from 'preact';
import { Asking, type Problems } from '../organiser/asking.ts';
import { save } from '../organiser/desk.ts';
import { newSessionForm } from '../organiser/edits/session-edits.ts';
import type { FieldSpec } from '../organiser/field.ts';
import type { GroupView } from '../organiser/group-view.ts';
import { say } from '../organiser/say.ts';
import type { Typed } from '../organiser/typed.ts';
import { idFor, readDraft } from './read-draft.ts';
import { type ReviewDesk, sayReview } from './review-desk.ts';
import type { Opened } from './suggestions.ts';

interface DraftProps {
  readonly one: Opened;
  readonly at: ReviewDesk;
  readonly onDone: () => void;
}

/** A new group out of what somebody sent. It waits for an editor like any other, and nothing of a person is in it. */
export function DraftGroup({ one, at, onDone }: DraftProps): ComponentChild {
  const { desk, sayer, names } = at;
  const text = (name: string) => sayReview(sayer, `draft.${name}`);
  const own = desk.sayer;
  const session = newSessionForm({ view: viewIn(String(one.content.answers['whereArea'] ?? '')), desk }, randomId);
  const hasTimes = ({ times = '' }: Typed) => times === 'yes';
  const fields: readonly FieldSpec[] = [
    { kind: 'line', name: 'name', label: say(own, 'words.name'), lang: own.lang },
    { kind: 'line', name: 'oneLine', label: say(own, 'words.oneLine'), lang: own.lang },
    { kind: 'long', name: 'whoFor', label: say(own, 'words.whoFor'), lang: own.lang },
    { kind: 'list', name: 'programme', label: text('programme'), options: names.programmes },
    { kind: 'list', name: 'area', label: text('area'), options: names.areas.map(({ id, name }) => [id, name]) },
    { kind: 'list', name: 'kind', label: text('kind'), options: names.kinds },
    ...names.audiences.map(
      ([id, name]): FieldSpec => ({ kind: 'tick', name: `for-${id}`, label: `${text('for')} ${name}` }),
    ),
    {
      kind: 'choice',
      name: 'free',
      label: text('cost'),
      options: [
        ['yes', own.t('timetable:cost.free')],
        ['unknown', own.t('timetable:cost.unknownShort')],
      ],
    },
    { kind: 'tick', name: 'times', label: text('timesKnown') },
    ...session.fields.map((field) => ({
      ...field,
      asked: (typed: Typed) => hasTimes(typed) && (field.asked?.(typed) ?? true),
    })),
  ];
  const problemInWords = (code: string) => (code.startsWith('no') ? text(code) : say(own, `problem.${code}`));
  const finish = async (typed: Typed): Promise<Problems | undefined> => {
    const set = readDraft(typed, own.lang, names, problemInWords, hasTimes(typed) ? session : undefined);
    if (!set.ok) return set.problem;
    const saved = await save(desk, { group: idFor(typed['name'] ?? '', hex(2)), target: 'new', set: set.value });
    if (!saved.ok) return { form: say(own, 'problem.storageRefused') };
    onDone();
    return undefined;
  };
  return h(Asking, {
    id: `draft-${one.reference}`,
    sayer: own,
    fields,
    initial: { ...session.initial, ...initialOf(one, at) },
    button: text('save'),
    onDone: finish,
  });
}

function initialOf({ content: { answers, form, system } }: Opened, { names }: ReviewDesk): Typed {
  const text = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '');
  const chosen = Array.isArray(answers['whoFor']) ? answers['whoFor'] : [];
  const audiences = names.audiences.filter(([id]) => chosen.includes(id));
  const area = names.areas.find(({ id }) => id === answers['whereArea']) ?? names.areas[0];
  const programme = form === 'group-start' ? system : (area?.programme ?? names.programmes[0]?.[0] ?? '');
  return {
    name: text('groupName'),
    oneLine: text('groupAbout'),
    whoFor: audiences.map(([, name]) => name).join('\n'),
    area: area?.id ?? '',
    programme,
    kind: 'mutual-support',
    free: 'unknown',
    ...Object.fromEntries((audiences.length > 0 ? audiences : [['everyone']]).map(([id]) => [`for-${id}`, 'yes'])),
  };
}

/** What a form about a session needs of a group that is not there yet. */
function viewIn(area: string): GroupView {
  return { id: 'draft', base: { area } } as unknown as GroupView;
}

function randomId(): string {
  return `x-${hex(4)}`;
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
