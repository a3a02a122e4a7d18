import type { Reading } from './read-feed.ts';
import type { Tally } from './tally.ts';

const REMARKS: { readonly [remark: string]: string } = {
  scheduleWithoutDates: 'schedules without a first day or without times: only their words are kept',
  scheduleWithZone: 'schedules with a distance from UTC: taken as London clock times; check them',
  strangeStatus: 'services with a status that the standard does not have: taken as not known',
  html: 'services with HTML in a text: only its words are kept',
  repeatedLink: 'further places of one service: only the first is kept',
};

/** What came in, what could not be kept and what to look at, as an operator reads it. */
export function sayReport({ kept, lost, remarks }: Tally, reading: Reading, folder: string): string {
  const counts = Object.entries(kept).map(([what, count]) => `${count} ${what}`);
  const megabytes = (reading.bytes / 1_000_000).toFixed(1);
  return [
    `Imported into ${folder}: ${counts.join(', ')} (${reading.pages} pages, ${megabytes} MB).`,
    ...(reading.isPartial
      ? ['This was one page of several: the others are not in it. Import the address to get all.']
      : []),
    lost.size === 0 ? 'Everything was kept.' : 'Not kept, by field (how often; an example):',
    ...[...lost]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([field, { count, example }]) => `  ${field}: ${count}; ${example}`),
    ...(remarks.size === 0 ? [] : ['To look at:']),
    ...[...remarks].map(
      ([remark, { count, example }]) => `  ${count} ${REMARKS[remark] ?? remark}; such as "${example}"`,
    ),
    '',
  ].join('\n');
}
