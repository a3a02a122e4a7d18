import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencesToDrafts, withDraftsMarked } from '../../src/publish/drafts.ts';
import { lintContent } from '../../src/publish/lint/lint.ts';
import { readContent } from '../../src/publish/read-content.ts';
import { copyProject, type ProjectCopy } from '../support/copy-project.ts';
import { type Published, publishedOf } from '../support/published.ts';

let project: ProjectCopy;
let published: Published;
const draft = (path: string) => project.edit(path, (text) => `${text}approved: false\n`);

beforeAll(() => {
  project = copyProject();
  draft('content/groups/quiet-hour/group.yaml');
  draft('content/pages/physical-health/page.yaml');
  draft('content/services/lot7/service.yaml');
  project.edit('content/pages/crisis-follow-up/text.en.md', (text) => `${text}\n[Move more](/physical-health/)\n`);
}, 120_000);
afterAll(() => project.remove());

test('[E68] what is published must not lead to a draft: the fault names it, and what to do', () => {
  const said = referencesToDrafts(readContent(project.folder)).map(({ file, what, cure }) => `${file} ${what} ${cure}`);
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /crisis-follow-up\/text\.en\.md "\/physical-health\/" is not approved, so it is not published\. Take "approved: false" out/,
      ),
    ]),
  );
});

test('[E68] a draft is marked "Not approved" in preview, in the language of its words, wherever its name stands', () => {
  const { directory, pages, services } = withDraftsMarked(readContent(project.folder));
  const group = directory.groups.find(({ facts }) => facts.id === 'quiet-hour');
  expect(group?.text['en']?.name).toMatch(/^Not approved: ./);
  expect(group?.text['pl']?.name).toMatch(/^Niezatwierdzone: ./);
  expect(pages.find(({ facts }) => facts.id === 'physical-health')?.text['ar']?.title).toMatch(/^غير معتمد: ./);
  expect(
    services.filter(({ text }) => text['en']?.name.startsWith('Not approved')).map(({ facts }) => facts.id),
  ).toEqual(['lot7']);
});

test('[E68] a build publishes none: no list, search, timetable, page or feed has it', () => {
  for (const { file } of referencesToDrafts(readContent(project.folder)).map(({ file }) => ({
    file: file.slice(project.folder.length + 1),
  }))) {
    project.edit(file, (text) =>
      text
        .replaceAll('/services/lot7/', '/services/')
        .replaceAll('/physical-health/', '/help-now/')
        .replace(/^ *- lot7\n/m, ''),
    );
  }
  published = publishedOf(project.folder);
  expect(published.entries).not.toContain('group quiet-hour');
  expect(published.entries).not.toContain('service lot7');
  expect(published.meetings).not.toContain('quiet-hour');
  expect(published.pages).not.toContain('physical-health');
  expect(published.feed.filter((name) => /quiet hour/i.test(name))).toEqual([]);
  expect(published.entries).toContain('group monday-talking-group');
});

test('[E68] nothing that we ship refers to a draft, and an editor is told of each', () => {
  expect(referencesToDrafts(readContent())).toEqual([]);
  expect(lintContent('2026-11-25').notices.filter((notice) => /a draft/.test(notice))).toEqual([]);
});
