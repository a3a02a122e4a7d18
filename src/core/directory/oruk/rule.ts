/** The parts of an RRULE by name: `FREQ` → `WEEKLY`. */
export type RuleParts = ReadonlyMap<string, string>;

/** Takes a rule apart. What is no `NAME=value` is left out. */
export function partsOf(rule: string): RuleParts {
  return new Map(
    rule.split(';').flatMap((part): [string, string][] => {
      const [name = '', value = ''] = part.split('=');
      return value === '' ? [] : [[name.toUpperCase(), value]];
    }),
  );
}

/** Fields of a `schedule`, and the parts of the rule that it has no field for. */
export interface Said {
  readonly fields: { readonly [field: string]: string | number };
  readonly unsaid: readonly string[];
}

const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';
const DIRECT = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST']);

/** A rule in the names of the standard. Its frequencies are weeks and months only. */
export function toScheduleFields(rule: string): Said {
  const parts = new Map(partsOf(rule));
  const position = parts.get('BYSETPOS');
  const days = parts.get('BYDAY');
  // "The first of all Mondays" is "the first Monday", which the standard can say.
  if (position !== undefined && days !== undefined && /^[A-Z]{2}$/.test(days)) {
    parts.set('BYDAY', `${position}${days}`);
    parts.delete('BYSETPOS');
  }
  if (parts.get('FREQ') === 'DAILY' && !parts.has('BYDAY') && (parts.get('INTERVAL') ?? '1') === '1') {
    parts.set('FREQ', 'WEEKLY');
    parts.set('BYDAY', EVERY_DAY);
  }
  const frequency = parts.get('FREQ') ?? '';
  const unsaid = [...parts].filter(([name]) => !DIRECT.has(name)).map(([name, value]) => `${name}=${value}`);
  // A rule said in part would be another rule.
  if (!['WEEKLY', 'MONTHLY'].includes(frequency) || unsaid.length > 0) return { fields: {}, unsaid: [rule] };

  const number = (name: string, field: string) => (parts.has(name) ? { [field]: Number(parts.get(name)) } : {});
  const text = (name: string, field: string) => (parts.has(name) ? { [field]: parts.get(name) ?? '' } : {});
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '');
  return {
    fields: {
      freq: frequency,
      ...number('INTERVAL', 'interval'),
      ...text('BYDAY', 'byday'),
      ...text('BYMONTHDAY', 'bymonthday'),
      ...(until ? { until: `${until[1]}-${until[2]}-${until[3]}` } : {}),
      ...number('COUNT', 'count'),
      ...text('WKST', 'wkst'),
    },
    unsaid: [],
  };
}

const DAYS = /^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$/;
const MONTH_DAYS = /^-?\d{1,2}(,-?\d{1,2})*$/;
const DAY = /^\d{4}-\d\d-\d\d/;

/** The rule of a `schedule`; `once` where it has none; nothing where its fields make none. */
export function ruleOf(schedule: { readonly [field: string]: unknown }): string | 'once' | undefined {
  const text = (field: string) =>
    String(schedule[field] ?? '')
      .replace(/\s/g, '')
      .toUpperCase();
  const frequency = text('freq');
  const days = text('byday');
  const monthDays = text('bymonthday');
  if (frequency === '') return days === '' && monthDays === '' ? 'once' : undefined;
  if (!['WEEKLY', 'MONTHLY'].includes(frequency)) return undefined;
  if (days !== '' && !DAYS.test(days)) return undefined;
  const monthly = frequency === 'MONTHLY';
  // In a week there is no second Monday; in a month, a bare "Monday" would be every one.
  if (!monthly && /\d/.test(days)) return undefined;

  const interval = text('interval');
  const count = text('count');
  const until = DAY.exec(text('until'))?.[0].replaceAll('-', '');
  return [
    `FREQ=${frequency}`,
    ...(/^[1-9]\d*$/.test(interval) && interval !== '1' ? [`INTERVAL=${interval}`] : []),
    ...(days === '' ? [] : [`BYDAY=${days}`]),
    ...(monthly && MONTH_DAYS.test(monthDays) ? [`BYMONTHDAY=${monthDays}`] : []),
    ...(until === undefined ? (/^[1-9]\d*$/.test(count) ? [`COUNT=${count}`] : []) : [`UNTIL=${until}`]),
  ].join(';');
}
