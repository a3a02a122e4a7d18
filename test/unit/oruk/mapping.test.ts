import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleIn } from '#core/directory/oruk/cycles.ts';
import { faultIn } from '#core/directory/oruk/fault.ts';
import { fromService } from '#core/directory/oruk/from-service.ts';
import { nameLost } from '#core/directory/oruk/lost.ts';
import { hasTags, plainLines } from '#core/directory/oruk/plain-lines.ts';
import type { Row } from '#core/directory/oruk/row.ts';
import { ruleOf, toScheduleFields } from '#core/directory/oruk/rule.ts';
import { fromSchedule } from '#core/directory/oruk/schedule.ts';
import { toService } from '#core/directory/oruk/to-service.ts';
import { VERSIONS } from '#core/directory/oruk/versions.ts';
import { anyListing, naming, whole } from './a-listing.ts';

/** A waiting service is `inactive` there, which reads back as "not known". */
const asReadBack = (status: string) => (status === 'waiting' ? 'unknown' : status);
const rename = (sessions: readonly { id: string }[]) => sessions.map((one) => ({ ...one, id: '' }));

describe.each(Object.entries(VERSIONS))('a listing as %s', (_, version) => {
  const there = (listing: typeof whole) => version.adapt(toService(listing, naming));

  test('has the shape of the standard', () => {
    expect(faultIn('service', there(whole), 'exact')).toBeUndefined();
  });

  test('comes back with everything that it had', () => {
    const { listing, remarks } = fromService(there(whole));
    expect({ ...listing, sessions: rename(listing.sessions) }).toEqual({ ...whole, sessions: rename(whole.sessions) });
    expect(remarks).toEqual([]);
  });

  test('loses nothing on its way back', () => {
    const lost: string[] = [];
    nameLost('service', there(whole), (field) => lost.push(field));
    expect(lost.filter((field) => !/service_area$/.test(field))).toEqual([]);
  });

  test('comes back the same, whatever it is', () => {
    fc.assert(
      fc.property(anyListing, (listing) => {
        const row = there(listing);
        expect(faultIn('service', row, 'exact')).toBeUndefined();
        const back = fromService(JSON.parse(JSON.stringify(row)) as Row).listing;
        expect({ ...back, status: '', sessions: rename(back.sessions) }).toEqual({
          ...listing,
          status: '',
          sessions: rename(listing.sessions),
        });
        expect(back.status).toBe(asReadBack(listing.status));
      }),
    );
  });
});

test('the UK profile finds its own names beside those of HSDS', () => {
  const row = VERSIONS['oruk-3.0'].adapt(toService(whole, naming)) as { [field: string]: never };
  expect(row).toMatchObject({
    fees: 'for tea',
    service_areas: [{ name: 'Derby', service_area: 'Derby' }],
    service_at_locations: [{ location: { accessibility: [{ accessibility: 'Step free: yes' }] } }],
    attributes: [{ taxonomy_term: { name: 'Mental health', term: 'Mental health' } }],
  });
});

describe('a rule', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=MO', { freq: 'WEEKLY', byday: 'MO' }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', { freq: 'WEEKLY', interval: 2, byday: 'TU' }],
    ['FREQ=MONTHLY;BYDAY=2TU,4TU', { freq: 'MONTHLY', byday: '2TU,4TU' }],
    ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', { freq: 'MONTHLY', byday: '-1FR' }],
    ['FREQ=DAILY', { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU' }],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T235959Z', { freq: 'WEEKLY', byday: 'MO', until: '2026-12-31' }],
  ])('%s has names in the standard', (rule, fields) => {
    expect(toScheduleFields(rule)).toEqual({ fields, unsaid: [] });
  });

  test.each(['FREQ=YEARLY;BYMONTH=10', 'FREQ=DAILY;INTERVAL=3', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1'])(
    '%s, which the standard cannot say, is said whole or not at all',
    (rule) => {
      expect(toScheduleFields(rule)).toEqual({ fields: {}, unsaid: [rule] });
      const listing = { ...whole, sessions: whole.sessions.map((session) => ({ ...session, rule })) };
      expect(fromService(toService(listing, naming)).listing.sessions[0]?.rule).toBe(rule);
    },
  );

  test.each([
    [{ freq: 'WEEKLY', byday: '2MO' }],
    [{ freq: 'FORTNIGHTLY', byday: 'MO' }],
    [{ byday: 'MO' }],
    [{ freq: 'MONTHLY', byday: 'Mondays' }],
  ])('of a feed that makes no sense (%j) is not guessed', (schedule) => {
    expect(ruleOf(schedule)).toBeUndefined();
  });

  test('in the notes of a hostile feed is taken only if it is one', () => {
    const row = { dtstart: '2026-09-07', opens_at: '10:00', closes_at: '11:00', notes: 'RRULE:FREQ=WEEKLY;<b>' };
    expect(fromSchedule(row, 'x', () => undefined).session?.rule).toBeUndefined();
  });
});

describe('a schedule', () => {
  const schedule = { freq: 'WEEKLY', byday: 'MO', dtstart: '2026-09-07', opens_at: '10:00', closes_at: '11:30' };
  const read = (row: Row) => fromSchedule(row, 'x', () => undefined);

  test('is a session in London wall time', () => {
    expect(read(schedule).session).toMatchObject({
      starts: '2026-09-07T10:00',
      minutes: 90,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
    });
  });

  test('with a distance from UTC is taken as wall time, and somebody is told', () => {
    expect(read({ ...schedule, opens_at: '09:00:00Z', closes_at: '10:30:00Z' })).toMatchObject({
      hasZone: true,
      session: { starts: '2026-09-07T09:00', minutes: 90 },
    });
  });

  test.each(['dtstart', 'opens_at', 'closes_at'])('without %s keeps its words and is no session', (field) => {
    const { [field]: _, ...rest } = { ...schedule, description: 'Mondays in term time' } as { [field: string]: string };
    expect(read(rest)).toEqual({ words: ['Mondays in term time'], hasZone: false });
  });

  test('of a day that does not exist is no session', () => {
    expect(read({ ...schedule, dtstart: '2026-02-30' }).session).toBeUndefined();
  });
});

describe('text of a feed', () => {
  test.each([
    ['<p>One</p><p>Two&nbsp;&amp; three</p>', ['One', 'Two & three']],
    ['A<br/>B\r\nC', ['A', 'B', 'C']],
    ['&lt;script&gt;alert(1)&lt;/script&gt;x', ['alert(1)x']],
    ['<script>alert(1)</script>Safe', ['Safe']],
    ['2 < 3 and 5 > 4', ['2 < 3 and 5 > 4']],
    ['<img src=x onerror=alert(1)', []],
    ['&#163;5 &#xA3;6 &#0;', ['£5 £6']],
  ])('%s is plain lines', (html, lines) => {
    expect(plainLines(html)).toEqual(lines);
  });

  test('never keeps a tag, whatever it is', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&lt;',
      '&gt;',
      'p',
      'script',
      '/',
      ' ',
      '"',
      '&amp;',
      'a=b',
      '\n',
      '&#60;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(plainLines(pieces.join('')).filter((line) => hasTags(line))).toEqual([]);
      }),
    );
  });
});

describe('parents', () => {
  test('in a circle are found, with the way round', () => {
    const parents = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ]);
    expect(circleIn(parents)).toEqual(['b', 'c', 'b']);
    expect(circleIn(new Map([['a', 'a']]))).toEqual(['a', 'a']);
  });

  test('that come to an end are no circle, however many', () => {
    expect(circleIn(new Map(Array.from({ length: 50_000 }, (_, n) => [`${n}`, `${n + 1}`])))).toBeUndefined();
  });
});
