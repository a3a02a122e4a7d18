import type { Json } from '#core/canonical-json.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import { valuesOf } from '#core/timetable/apply.ts';
import type { Fields } from '#core/timetable/change.ts';
import { say } from '../say.ts';
import type { Typed } from '../typed.ts';
import { type EditForm, type GroupEdit, type Place, unless } from './edit-form.ts';

const STATUSES = ['active', 'full', 'paused', 'closed'] as const;
const isPaused = ({ status }: Typed) => status === 'paused';

/** On, full, having a break, or closed. */
export function statusForm(place: Place): EditForm {
  const { view, desk } = place;
  const { sayer } = desk;
  const values = valuesOf(view.folded, 'group');
  const before = String(values['status'] ?? view.base.groupStatus);
  return {
    id: `status-${view.id}`,
    fields: [
      {
        kind: 'choice',
        name: 'status',
        label: say(sayer, 'status.label'),
        options: STATUSES.map((status) => [status, say(sayer, `status.${status}`)] as const),
      },
      {
        kind: 'date',
        name: 'from',
        label: say(sayer, 'status.from'),
        hint: say(sayer, 'status.fromHint'),
        asked: isPaused,
      },
      { kind: 'date', name: 'to', label: say(sayer, 'status.to'), hint: say(sayer, 'status.toHint'), asked: isPaused },
    ],
    initial: { status: before, from: text(values['pausedFrom']), to: text(values['pausedTo']) },
    button: say(sayer, 'edit.save'),
    read: ({ status = '', from = '', to = '' }) => {
      const endsFirst = status === 'paused' && from !== '' && to !== '' && to < from;
      return unless(place, { to: endsFirst ? 'endsFirst' : undefined }, () => {
        const wanted: Fields = {
          status,
          pausedFrom: status === 'paused' && from !== '' ? from : null,
          pausedTo: status === 'paused' && to !== '' ? to : null,
        };
        const had: Fields = {
          status: before,
          pausedFrom: values['pausedFrom'] ?? null,
          pausedTo: values['pausedTo'] ?? null,
        };
        return { target: 'group', set: differing(had, wanted) };
      });
    },
  };
}

const MONEY = /^£?\s*(\d{1,3})(?:[.,](\d\d))?$/;
const isAmount = ({ kind }: Typed) => kind === 'amount';

/** What it costs one person. */
export function costForm(place: Place): EditForm {
  const { view, desk } = place;
  const { sayer } = desk;
  const { cost } = view.now;
  return {
    id: `cost-${view.id}`,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: say(sayer, 'cost.label'),
        options: (['free', 'amount', 'unknown'] as const).map((kind) => [kind, say(sayer, `cost.${kind}`)] as const),
      },
      {
        kind: 'money',
        name: 'pounds',
        label: say(sayer, 'cost.pounds'),
        hint: say(sayer, 'cost.poundsHint'),
        asked: isAmount,
      },
      { kind: 'tick', name: 'waived', label: say(sayer, 'cost.waived'), asked: isAmount },
    ],
    initial: {
      kind: cost.kind,
      ...(cost.kind === 'amount'
        ? { pounds: (cost.pence / 100).toFixed(2), waived: cost.canBeWaived ? 'yes' : '' }
        : {}),
    },
    button: say(sayer, 'edit.save'),
    read: ({ kind = '', pounds = '', waived = '' }) => {
      const [, whole, pence = '00'] = MONEY.exec(pounds.trim()) ?? [];
      const amount = whole === undefined ? 0 : Number(whole) * 100 + Number(pence);
      return unless(place, { pounds: kind === 'amount' && amount === 0 ? 'money' : undefined }, () => {
        const wanted = kind === 'amount' ? { kind, pence: amount, canBeWaived: waived === 'yes' } : { kind };
        return { target: 'group', set: differing({ cost: cost as unknown as Json }, { cost: wanted }) };
      });
    },
  };
}

/** How to come, and whether somebody may come along. */
export function comingForm(place: Place): EditForm {
  const { view, desk } = place;
  const { sayer } = desk;
  const values = valuesOf(view.folded, 'group');
  const before = { newPeople: text(values['newPeople']), bringSomeone: text(values['bringSomeone']) };
  const option = (key: string) => (value: string) => [value, say(sayer, `${key}.${value}`)] as const;
  return {
    id: `coming-${view.id}`,
    fields: [
      {
        kind: 'choice',
        name: 'newPeople',
        label: say(sayer, 'newPeople.label'),
        options: ['turn-up', 'contact-first', 'referral'].map(option('newPeople')),
      },
      {
        kind: 'choice',
        name: 'bringSomeone',
        label: say(sayer, 'bring.label'),
        options: ['yes', 'ask', 'no'].map(option('bring')),
      },
    ],
    initial: before,
    button: say(sayer, 'edit.save'),
    read: (typed) =>
      unless(place, {}, () => {
        const wanted = Object.entries(before).map(([field]) => [field, typed[field] ?? ''] as const);
        const chosen = wanted.filter(([, value]) => value !== '');
        return { target: 'group', set: differing(before, Object.fromEntries(chosen)) };
      }),
  };
}

/** "All this is still so." */
export function confirmed({ desk }: Place): GroupEdit {
  return { target: 'group', set: { confirmed: dayOf(desk.now) } };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The wanted fields that are not so already. */
function differing(had: Fields, wanted: Fields): Fields {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(had[field] ?? null)),
  );
}
