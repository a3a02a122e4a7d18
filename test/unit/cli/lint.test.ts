import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readingAge } from '#core/reading-age.ts';
import { faultsOfSite } from '#publish/lint/built-site.ts';
import { inventedContacts } from '#publish/lint/contacts.ts';
import { missingWords } from '#publish/lint/missing-words.ts';
import { tagsIn } from '#publish/lint/tags.ts';
import { copyProject } from '../../support/copy-project.ts';

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** A folder with some files. */
function folderOf(files: { readonly [path: string]: string | object }): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-lint-'));
  temporary.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** A copy of the project in English alone: translations under way are another test's business. */
function englishProject() {
  const project = copyProject();
  temporary.push(project.folder);
  for (const lang of ['pl', 'ar']) {
    project.edit(`content/languages/${lang}.yaml`, (text) => text.replace('offered: true', 'offered: false'));
  }
  return project;
}

function run(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, WAYIN_KEYS: join(folder, '.keys'), WAYIN_DATA: join(folder, '.data') },
  });
  return { status, stdout, stderr };
}

describe('wayin lint', () => {
  test('[G33] finds nothing wrong with what we ship, and says how hard each page is to read', () => {
    const { status, stdout, stderr } = run(englishProject().folder, 'lint');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ +\d+\.\d {2}content\/services\/lot6$/m);
    expect(stdout).toContain('No faults.');
  });

  test('[G33] names every fault at once: file and field, what is wrong, what to do', () => {
    const project = englishProject();
    project.edit('content/services/lot6/text.en.yaml', (text) =>
      text.replace('/services/swk-hub/', '/services/swk-hug/'),
    );
    project.edit('content/services/lot7/text.en.yaml', (text) => text.replace(/href: .*/g, 'href: /services/swk-hub/'));
    project.edit('content/services/lot8/service.yaml', (text) =>
      text.replace('programme: southwark-works', 'programme: southwark-work'),
    );
    project.edit('content/groups/monday-talking-group/group.yaml', (text) =>
      text.replace('on: 2026-12-28', 'on: 2026-12-29'),
    );
    project.edit('content/groups/quiet-hour/group.yaml', (text) =>
      text.replace(/nextReviewDue: .*/, 'nextReviewDue: 2001-01-01'),
    );
    project.edit('content/organisations/nhs-111/organisation.yaml', (text) =>
      text.replace("otherPhone: '111'", "otherPhone: '0117 496 0999'"),
    );
    project.edit(
      'content/pages/complaints/text.en.md',
      (text) => `${text}\n![](/map.png) Write to helper@council.gov.uk or see https://made-up.org.uk/.\n`,
    );
    project.edit('forms/derby-self/form.json', (text) => {
      const form = JSON.parse(text);
      const page = form.pages.find(({ id }: { id?: string }) => id === 'no-carer');
      page.when = { all: [page.when, { question: 'personalCare', is: 'no' }] };
      form.pages.find(({ id }: { id?: string }) => id === 'under-16').links = ['/help-nw/', '/services/'];
      return JSON.stringify(form);
    });
    project.edit('forms/swk-self/form.json', (text) =>
      text.replace('"monitoring": "swk-equality"', '"monitoring": "swk-equalty"'),
    );
    project.edit('content/programmes/southwark-works/programme.yaml', (text) => text.replace('  - swk-lot9\n', ''));
    project.edit('forms/derby-equality/form.json', (text) => text.replace('"equality"', '"equalty"'));

    const { status, stderr } = run(project.folder, 'lint');
    expect(status).toBe(1);
    for (const said of [
      'content/services/lot6/text.en.yaml: nextSteps.1.href\n  "/services/swk-hug/" is not a page of this site. The nearest name is "/services/swk-hub/".',
      'content/services/lot7/text.en.yaml: nextSteps\n  They lead to fewer than two other pages.',
      'content/services/lot8/service.yaml: programme\n  "southwark-work" is not a programme. The nearest name is "southwark-works".',
      'sessions.0.exceptions.1.on\n  There is no session on 2026-12-29.',
      'content/groups/quiet-hour: nextReviewDue\n  2001-01-01 is before lastConfirmed',
      'content/organisations/nhs-111/organisation.yaml: contacts.otherPhone\n  "0117 496 0999" is not known to be published',
      '"helper@council.gov.uk" is not known to be published',
      '"https://made-up.org.uk/." is not known to be published',
      'content/pages/complaints/text.en.md: /map.png\n  The picture has no text in its place.',
      'forms/derby-self/form.json: pages.no-carer\n  No answers lead to this page.',
      'forms/derby-equality/form.json: pages: use "equalty"\n  There is no such group in forms/shared. The nearest name is "equality".',
      'forms/swk-self/form.json: monitoring\n  "swk-equalty" is not a form of kind "monitoring". The nearest name is "swk-equality".',
      'forms/swk-self/form.json: routes\n  "swk-lot9" is not a recipient. The nearest name is "swk-hub".',
      '"/help-nw/" is not a page of this site. The nearest name is "/help-now/".',
    ]) {
      expect(stderr).toContain(said);
    }
    // Three lines a fault, and the count above them.
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^wayin: \d+ faults:$/);
    expect(
      lines
        .slice(1)
        .filter((_line, at) => at % 3 !== 0)
        .every((line) => line.startsWith('  ')),
    ).toBe(true);
  });

  test('[G33] a name, a next step or a contact status that is missing stops the build', () => {
    const project = englishProject();
    project.edit('content/services/lot6/text.en.yaml', (text) => text.replace(/^name: .*\n/m, ''));
    project.edit('content/services/lot7/text.en.yaml', (text) => text.replace(/nextSteps:[\s\S]*$/, 'nextSteps: []\n'));
    project.edit('content/programmes/derby/programme.yaml', (text) => text.replace('  landline: null\n', ''));

    const { status, stderr } = run(project.folder, 'build');
    expect(status).toBe(1);
    expect(stderr).toContain('content/services/lot6/text.en.yaml: name\n');
    expect(stderr).toContain(
      'content/services/lot7/text.en.yaml: nextSteps\n  A service needs at least two next steps.',
    );
    expect(stderr).toContain('content/programmes/derby/programme.yaml: contacts.landline\n');
  });

  test('a folder that is not there is no site', () => {
    const { status, stderr } = run(process.cwd(), 'lint', '--site', '/no/such/folder');
    expect([status, stderr]).toEqual([1, 'wayin: --site: there is no folder /no/such/folder. Build it first.\n']);
  });
});

describe('words that are missing', () => {
  const english = { a: 'One', b_one: '{{count}} day', b_other: '{{count}} days', c: 'Hello {{name}}' };
  const faults = (polish: object) =>
    missingWords(folderOf({ 'content/messages/en/site.json': english, 'content/messages/pl/site.json': polish }), [
      'en',
      'pl',
    ]).map(({ field, what }) => `${field}: ${what}`);
  const whole = {
    a: 'Jeden',
    b_one: 'dzień',
    b_few: '{{count}} dni',
    b_many: '{{count}} dni',
    b_other: '{{count}} dnia',
    c: 'Witaj, {{name}}',
  };

  test('[G8] are none when every form that the language needs is there', () => {
    expect(faults(whole)).toEqual([]);
  });

  test.each([
    ['a key', { a: undefined }, 'a: There are no words for it in pl.'],
    ['an empty text', { a: ' ' }, 'a: There are no words for it in pl.'],
    ['a plural form', { b_few: undefined }, 'b_few: There are no words for it in pl.'],
    ['a blank', { c: 'Witaj' }, 'c: Its blanks differ: name.'],
    ['a blank of its own', { a: '{{x}}' }, 'a: Its blanks differ: x.'],
    ['a key that English lacks', { z: 'Zet' }, 'z: English has no such words.'],
  ])('are named: %s', (_, change, fault) => {
    expect(faults({ ...whole, ...change })).toEqual([fault]);
  });

  test('are all of a file that is not there', () => {
    const folder = folderOf({ 'content/messages/en/site.json': english });
    expect(missingWords(folder, ['en', 'pl'])).toMatchObject([{ file: 'content/messages/pl/site.json' }]);
  });
});

describe('contacts', () => {
  const list = 'telephones: [{ number: "999", published: x }]\nemails: []\nweb: [{ host: www.gov.uk, published: x }]\n';
  const invented = (files: { readonly [path: string]: string | object }) =>
    inventedContacts(folderOf({ 'content/published-contacts.yaml': list, ...files })).map(({ file, what }) => [
      file,
      /"(.*?)"/.exec(what)?.[1],
    ]);

  test('that are published, and drama numbers of examples, are let through', () => {
    expect(
      invented({
        'content/pages/a/text.en.md': 'Call [999](tel:999). See https://www.gov.uk/x. On 2026-11-22 at 10:00 to 12:30.',
        'content/organisations/b/organisation.yaml':
          'example: true\ncontacts: { landline: 01632 960 101, email: a@b.example }',
        'forms/f/text.en.json': { hint: 'Such as 01632 960 001 or name@example.org' },
      }),
    ).toEqual([]);
  });

  test('that nobody published are not, wherever they stand', () => {
    expect(
      invented({
        'content/organisations/a/organisation.yaml': 'contacts: { landline: 01632 960 101, otherPhone: 116 123 }',
        'content/pages/b/text.en.md': 'Call +44 20 7946 0999, or [call](tel:116123), or write to x@real.org.',
        'content/services/c/text.pl.yaml': 'name: 0800 1111 222',
        'content/messages/en/site.json': { a: 'See http://real.org/x' },
      }).sort(),
    ).toEqual([
      ['content/messages/en/site.json', 'http://real.org/x'],
      ['content/organisations/a/organisation.yaml', '01632 960 101'],
      ['content/organisations/a/organisation.yaml', '116 123'],
      ['content/pages/b/text.en.md', '+44 20 7946 0999'],
      ['content/pages/b/text.en.md', '116123'],
      ['content/pages/b/text.en.md', 'x@real.org'],
      ['content/services/c/text.pl.yaml', '0800 1111 222'],
    ]);
  });

  test('of imported feeds are their own directory’s business', () => {
    expect(invented({ 'content/imported/bristol/a/listing.yaml': 'email: x@real.org' })).toEqual([]);
  });
});

describe('a built site', () => {
  const faults = (files: { readonly [path: string]: string }) =>
    faultsOfSite(folderOf(files)).map(({ file, field, what }) => `${file} ${field} ${what}`);

  test('[G33] has every link, part, picture and label looked at', () => {
    expect(
      faults({
        'en/index.html': [
          '<link rel="stylesheet" href="/a.css"><a href="/en/b/">ok</a><a href="b/#there">ok</a><a href="#main">ok</a>',
          '<main id="main"></main><a href="https://elsewhere.org/">ok</a><a href="tel:999">ok</a><a href="/">ok</a>',
          '<a href="/en/gone/">x</a><a href="/en/b/#gone">x</a><a href="/en/b">x</a><script src="/gone.js"></script>',
          '<img src="/p.png" alt=""><img src="/p.png">',
          '<label for="a">A</label><input id="a" name="a"><label><input name="b"></label><input name="c" aria-label="C">',
          '<input type="hidden" name="d"><input name="e"><textarea name="f"></textarea>',
          '<!-- <a href="/not/there/"> --><script>"<a href=/not/there/>"</script>',
        ].join('\n'),
        'en/b/index.html': '<p id="there"></p>',
        'a.css': '',
        'p.png': '',
        'gallery/index.html': '<a href="/nowhere/">for show</a>',
      }),
    ).toEqual([
      '/en/index.html /en/gone/ There is no such page or file.',
      '/en/index.html /en/b/#gone That page has no part "gone".',
      '/en/index.html /en/b There is no such page or file.',
      '/en/index.html /gone.js There is no such page or file.',
      '/en/index.html /p.png The picture has no text in its place.',
      '/en/index.html e The control has no label.',
      '/en/index.html f The control has no label.',
    ]);
  });

  test('is read tag by tag, quotes and all', () => {
    const [tag] = tagsIn('<a title="a > b" data-x=1 href=\'/x?a=1&amp;b=2\' hidden>');
    expect([
      tag?.name,
      tag?.has('title'),
      tag?.has('href'),
      tag?.has('hidden'),
      tag?.has('data-x'),
      tag?.has('id'),
    ]).toEqual(['a', 'a > b', '/x?a=1&b=2', '', '1', undefined]);
  });
});

describe('reading age', () => {
  const plain = Array.from({ length: 8 }, () => 'We can help you to find a job.');
  const hard = Array.from(
    { length: 4 },
    () =>
      'Participants demonstrating multiple disadvantage receive individualised multidisciplinary rehabilitation opportunities.',
  );

  test('is low for short words in short sentences and high for the other kind', () => {
    expect(readingAge(plain)).toBeLessThan(8);
    expect(readingAge(hard)).toBeGreaterThan(20);
  });

  test('is not said of a few words', () => {
    expect(readingAge(['Help now'])).toBeUndefined();
  });

  test('counts no addresses of links', () => {
    const link = '[Get help](/services/individualised-multidisciplinary-rehabilitation/) with your job if you want to.';
    expect(readingAge([...plain, link])).toBeLessThan(8);
  });
});
