import { afterAll, describe, expect, test } from 'vitest';
import { notYetProvided } from '#publish/not-yet-provided.ts';
import { readContent } from '#publish/read-content.ts';
import { copyProject } from '../support/copy-project.ts';
import { runWayIn } from '../support/way-in.ts';

test('[E16] what is not yet provided is reported, landline and minicom by name', () => {
  const report = notYetProvided(readContent()).find((line) => line.includes('programmes/derby/'));
  expect(report).toContain('contacts.landline');
  expect(report).toContain('contacts.minicom');
});

describe('the build refuses, and names the file', () => {
  const copy = copyProject();
  afterAll(() => copy.remove());

  test.each<[fault: string, file: string, change: (text: string) => string]>([
    [
      'a service without next steps',
      'content/services/lot3/text.en.yaml',
      (text) => text.replace(/nextSteps:[\s\S]*$/, 'nextSteps: []\n'),
    ],
    ['a service without a name', 'content/services/lot3/text.en.yaml', (text) => text.replace(/^name: .*\n/m, '')],
    [
      'a programme without a contact slot',
      'content/programmes/derby/programme.yaml',
      (text) => text.replace(/^ {2}minicom: .*\n/m, ''),
    ],
    [
      'a next step that leads nowhere',
      'content/services/lot3/text.en.yaml',
      (text) => text.replace('/services/swk-hub/', '/services/no-such/'),
    ],
    ['a broken link in a page', 'content/pages/privacy/text.en.md', (text) => `${text}\n[gone](/no-such-page/)\n`],
    [
      'a form whose required question has no reason',
      'forms/shared/name/text.en.json',
      (text) => text.replace(/"why": "[^"]*",?/, ''),
    ],
  ])('[G33] %s', async (_, file, change) => {
    let before = '';
    copy.edit(file, (text) => {
      before = text;
      return change(text);
    });
    const { status, stderr, stdout } = await runWayIn(['build'], { WAYIN_DATA: `${copy.folder}/.data` }, copy.folder);
    copy.edit(file, () => before);

    expect(status).toBe(1);
    expect(stderr + stdout).toContain(file.split('/').at(-1));
  });
});
