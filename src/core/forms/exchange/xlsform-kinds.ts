import type { QuestionKind } from '../definition.ts';
import type { KeptCode } from './kept.ts';

/** What a row of the survey sheet is. */
export type RowKind =
  | { readonly is: 'begin'; readonly repeats: boolean }
  | { readonly is: 'end' | 'note' | 'metadata' }
  | { readonly is: 'cannot'; readonly code: KeptCode }
  | {
      readonly is: 'question';
      readonly kind: QuestionKind;
      readonly list?: string;
      readonly other?: boolean;
      readonly from?: string;
      readonly maxLength?: number;
    };

/** Letters of a number with a part after the point. */
const DECIMAL = 40;

const KINDS: { readonly [type: string]: RowKind } = {
  text: { is: 'question', kind: 'text' },
  string: { is: 'question', kind: 'text' },
  integer: { is: 'question', kind: 'whole-number' },
  int: { is: 'question', kind: 'whole-number' },
  range: { is: 'question', kind: 'whole-number', from: 'range' },
  decimal: { is: 'question', kind: 'text', from: 'decimal', maxLength: DECIMAL },
  date: { is: 'question', kind: 'date' },
  datetime: { is: 'question', kind: 'date', from: 'dateTime' },
  time: { is: 'question', kind: 'text', from: 'time', maxLength: DECIMAL },
  acknowledge: { is: 'question', kind: 'tick' },
  trigger: { is: 'question', kind: 'tick' },
  note: { is: 'note' },
  calculate: { is: 'cannot', code: 'calculation' },
  hidden: { is: 'cannot', code: 'calculation' },
  image: { is: 'cannot', code: 'upload' },
  photo: { is: 'cannot', code: 'upload' },
  audio: { is: 'cannot', code: 'upload' },
  video: { is: 'cannot', code: 'upload' },
  file: { is: 'cannot', code: 'upload' },
};

/** Filled in by the program, about the device and the person: our forms never take that down. */
const METADATA = [
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'username',
  'email_metadata',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-audio',
];

/** The kind of a row by its type, such as `select_one yes_no or_other` or `begin group`. */
export function rowKind(type: string): RowKind {
  const [first = '', second, ...others] = type.split(/\s+/);
  const word = first.toLowerCase();
  const whole = type.toLowerCase().replace(/\s+/g, '_');
  if (whole === 'begin_group' || whole === 'begin_repeat') return { is: 'begin', repeats: whole === 'begin_repeat' };
  if (whole === 'end_group' || whole === 'end_repeat') return { is: 'end' };
  const several = ['select_multiple', 'select_many', 'rank'].includes(word);
  if (word === 'select_one' || word === 'select1' || several) {
    const other = others.some((one) => /^or[_-]?other$/i.test(one));
    const from = word === 'rank' ? { from: 'rank' } : {};
    return { is: 'question', kind: several ? 'some-of' : 'one-of', list: second ?? '', other, ...from };
  }
  if (METADATA.includes(word)) return { is: 'metadata' };
  return (Object.hasOwn(KINDS, word) ? KINDS[word] : undefined) ?? { is: 'cannot', code: 'kind' };
}
