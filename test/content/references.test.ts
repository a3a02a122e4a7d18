import { expect, test } from 'vitest';
import { withoutExamples } from '../../src/publish/examples.ts';
import { oddDates } from '../../src/publish/odd-dates.ts';
import { readContent, type SiteContent } from '../../src/publish/read-content.ts';
import { brokenReferences } from '../../src/publish/references.ts';

const content = readContent();
const aGroup = firstGroup();

function firstGroup() {
  const [group] = content.directory.groups;
  if (!group) throw new Error('There is no group to try.');
  return group;
}

/** The content with one group changed. */
function withGroup(change: Partial<typeof aGroup.facts>): SiteContent {
  const changed = { ...aGroup, facts: { ...aGroup.facts, ...change } };
  return { ...content, directory: { ...content.directory, groups: [changed, ...content.directory.groups.slice(1)] } };
}

test('every reference and every link leads somewhere', () => {
  expect(brokenReferences(content)).toEqual([]);
});

test('with the examples left out, nothing that is real refers to one', () => {
  const real = withoutExamples(content.directory);
  expect(brokenReferences({ ...content, directory: real })).toEqual([]);
  expect(real.groups).toEqual([]);
  expect(real.organisations.length).toBeGreaterThan(100);
});

test('a topic that is not there is named, with the nearest name', () => {
  expect(brokenReferences(withGroup({ topics: ['mentl-health'] }))).toEqual([
    {
      file: `${aGroup.folder}/group.yaml`,
      field: 'topics.0',
      what: '"mentl-health" is not a topic. The nearest name is "mental-health".',
      cure: 'Correct the name, or add what is missing.',
    },
  ]);
});

test('an organiser may be an organisation or a programme, and nothing else', () => {
  expect(brokenReferences(withGroup({ organiser: 'southwark-works' }))).toEqual([]);
  expect(brokenReferences(withGroup({ organiser: 'example-house' })).map(({ what }) => what)).toEqual([
    expect.stringMatching(/^"example-house" is not an organisation or programme\./),
  ]);
});

test('a session in a place that is not there, and a note that no text has, are named by field', () => {
  const [session] = content.directory.groups.flatMap(({ facts }) => facts.sessions);
  if (!session) throw new Error('No group meets.');
  const cancelled = { kind: 'cancelled', on: '2026-12-28', note: 'no-such-note', enteredOn: '2026-11-22' } as const;
  const broken = brokenReferences(
    withGroup({ sessions: [{ ...session, place: 'exampl-house', exceptions: [cancelled] }] }),
  );
  expect(broken.map(({ field }) => field)).toEqual(['sessions.0.place', 'notes']);
});

test('no date ends before it begins, and one that does is named', () => {
  expect(oddDates(content)).toEqual([]);
  expect(oddDates(withGroup({ lastConfirmed: '2026-11-02', nextReviewDue: '2026-10-01' }))).toEqual([
    expect.objectContaining({
      field: 'nextReviewDue',
      what: '2026-10-01 is before lastConfirmed, which is 2026-11-02.',
    }),
  ]);
});
