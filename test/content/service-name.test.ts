import { expect, test } from 'vitest';
import { filesIn, offeredLanguages, readData, readText } from '../support/content.ts';

const languages = offeredLanguages().map(({ code }) => code);
const programmes = filesIn('content/programmes/*/programme.yaml').map((path) => path.split('/')[2] ?? '');

function nameIn(programme: string, language: string): string {
  return (readData(`content/programmes/${programme}/text.${language}.yaml`) as { name: string }).name;
}

test.each(languages)(
  '[E1] the name of the Derby service stands in one file in %s, so that one change is enough',
  (language) => {
    const name = nameIn('derby', language);
    const files = [
      ...filesIn('content/**/*.{yaml,json,md}'),
      ...filesIn('forms/**/*.json'),
      ...filesIn('src/**/*.{ts,astro}'),
    ];
    const holders = files.filter(
      (path) => readText(path).includes(name) && !path.startsWith('content/programmes/derby/text.'),
    );
    expect(holders).toEqual([]);
  },
);

test('every programme is named in every language', () => {
  const nameless = programmes.flatMap((programme) => languages.filter((language) => !nameIn(programme, language)));
  expect(nameless).toEqual([]);
});
