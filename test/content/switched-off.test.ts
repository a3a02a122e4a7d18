import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/publish/read-content.ts';
import { copyProject, type ProjectCopy } from '../support/copy-project.ts';
import { type Published, publishedOf } from '../support/published.ts';

const content = readContent();
const { directory } = content;
const own = <Thing extends { facts: { id: string; programme: string } }>(things: readonly Thing[]) =>
  things.filter(({ facts }) => facts.programme === 'derby').map(({ facts }) => facts.id);
const onlyItsOwn = (things: readonly { facts: { id: string; programmes: readonly string[] } }[]) =>
  things.filter(({ facts }) => facts.programmes.join() === 'derby').map(({ facts }) => facts.id);

describe('a programme that is switched off', () => {
  let project: ProjectCopy;
  let published: Published;
  let before: Published;

  beforeAll(() => {
    project = copyProject();
    before = publishedOf(project.folder);
    project.edit('content/programmes/derby/programme.yaml', (text) => `${text}off: true\n`);
    published = publishedOf(project.folder);
  }, 120_000);
  afterAll(() => project.remove());

  const lists = (of: Published) => [...of.programmes, ...of.entries.map((entry) => entry.replace(/^.* /, ''))];

  test('[F-15] stands in no list and in no search, nor does anything that is its own', () => {
    const gone = [
      'derby',
      ...own(content.services),
      ...own(directory.groups),
      ...own(directory.courses),
      ...own(directory.events),
      ...own(directory.opportunities),
      ...onlyItsOwn(directory.organisations),
      ...onlyItsOwn(directory.places),
    ];
    expect(gone.length).toBeGreaterThan(40);
    // A group that has closed is in no list anyway.
    expect(lists(before)).toEqual(expect.arrayContaining(gone.filter((id) => id !== 'garden-mornings')));
    expect(lists(published).filter((id) => gone.includes(id))).toEqual([]);
  });

  test('[F-15] takes nothing else with it', () => {
    const others = content.services.filter(({ facts }) => facts.programme !== 'derby' && !facts.off);
    const shared = directory.organisations.filter(({ facts }) => facts.programmes.some((one) => one !== 'derby'));
    expect(lists(published)).toEqual(expect.arrayContaining([...others, ...shared].map(({ facts }) => facts.id)));
  });

  test('[F-15] has no dates in a timetable and no calendar', () => {
    const its = new Set([...own(directory.groups), ...own(directory.courses), ...own(directory.events)]);
    expect(published.meetings.filter((id) => its.has(id))).toEqual([]);
  });

  test('[F-15] has no checker, and the checker over everything leaves it out', () => {
    expect(before.checkers).toContain('derby');
    expect(published.checkers).not.toContain('derby');
    expect(before.parts).toContain('derby');
    expect(published.parts).not.toContain('derby');
    expect(published.checkers).toContain('southwark-works');
  });

  test('[F-15] is in no feed for other systems', () => {
    const names = [...content.programmes, ...content.services, ...directory.groups]
      .filter(({ facts }) => facts.id === 'derby' || ('programme' in facts && facts.programme === 'derby'))
      .map(({ text }) => text['en']?.name ?? '');
    expect(before.feed).toEqual(expect.arrayContaining(names.filter((name) => !name.includes('{{'))));
    expect(published.feed.filter((name) => names.includes(name))).toEqual([]);
  });

  test('[F-15] keeps its pages for who has the address: no search engine is told of them', () => {
    expect(published.off).toEqual(
      expect.arrayContaining([
        '/programmes/derby/',
        '/services/derby-peer/',
        '/groups/monday-talking-group/',
        '/check/derby/',
      ]),
    );
    expect(before.off.filter((path) => path.startsWith('/programmes/'))).toEqual([]);
  });
});
