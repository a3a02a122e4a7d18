import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPORT_FILE, readReport } from '#publish/accessibility-report.ts';

const { chapters } = readReport();
const rules = chapters.flatMap((chapter) => chapter.rules);
const lines = rules.flatMap(({ id, adherence }) => adherence.map((one) => [`${id} ${one.component}`, one] as const));
const countOf = (id: string) => chapters.find((chapter) => chapter.id === id)?.rules.length;

test('every rule of WCAG 2.2 and of both parts of ATAG 2.0, levels A and AA, stands there once', () => {
  expect(countOf('success_criteria_level_a')).toBe(32);
  expect(countOf('success_criteria_level_aa')).toBe(24);
  expect(rules.filter(({ id }) => id.startsWith('A.'))).toHaveLength(24);
  expect(rules.filter(({ id }) => id.startsWith('B.'))).toHaveLength(28);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

describe.each(lines)('%s', (_, { level, notes, tests }) => {
  test('says in words why it stands so', () => {
    expect(notes).toMatch(/^[A-Z].{10,}\.$/);
  });

  test('works only as far as a test says so, and without one says “Not tested yet”', () => {
    if (level === 'supports' || level === 'partially-supports') expect(tests).not.toEqual([]);
    if (level === 'not-evaluated') expect(notes).toMatch(/^Not tested yet\. /);
  });

  test.each(tests.map(({ file, title }) => [file, title] as const))('%s has the test “%s”', (file, title) => {
    expect(globSync('test/**/*.ts')).toContain(file);
    const escaped = title.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    // What a title is filled in with stands as `…` in the report.
    const written = new RegExp(`['"\`]${escaped.join('\\$\\{[^}]*\\}')}['"\`]`);
    expect(readFileSync(file, 'utf8')).toMatch(written);
  });
});

test('it has the members that OpenACR asks for', () => {
  const report = parse(readFileSync(REPORT_FILE, 'utf8'));
  expect(report).toMatchObject({
    title: expect.any(String),
    product: { name: 'Way In' },
    author: { email: expect.any(String) },
  });
  expect(Object.keys(report.chapters)).toEqual(chapters.map(({ id }) => id));
});
