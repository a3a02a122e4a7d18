import { expect, test } from 'vitest';
import { fold, wordsIn } from '#core/directory/fold.ts';
import { indexWords, type Tag } from '#core/directory/word-index.ts';
import { anEntry } from './an-entry.ts';

const entries = [
  anEntry({ id: 'slam', name: 'South London and Maudsley NHS Trust', line: 'Mental health care.' }),
  anEntry({
    id: 'stleger',
    name: 'St Leger Homes',
    line: 'Council homes in Doncaster.',
    facets: { topic: ['housing'] },
  }),
  anEntry({ id: 'debt', name: 'Citizens Advice', line: 'Free advice about money.', facets: { topic: ['money'] } }),
  anEntry({ id: 'art', name: 'Art on Mondays', line: 'Paint together.', alsoCalled: 'café, malarstwo, Łódź' }),
  anEntry({ id: 'arabic', name: 'مجموعة النساء', line: 'لقاء أسبوعي.' }),
];
const tags: readonly Tag[] = [
  { facet: 'topic', value: 'housing', words: 'Housing rent landlord eviction' },
  { facet: 'topic', value: 'money', words: 'Money and debt owe bills' },
];
const index = await indexWords(entries, tags, 'i need help with a my', async () => {});
const found = (typed: string) => index.find(typed).map((at) => entries[at]?.id);

test.each([
  ['part of a name', 'maud', 'slam'],
  ['two parts of a name', 'st leg', 'stleger'],
  ['a letter too few', 'maudsly', 'slam'],
  ['two letters the wrong way round', 'houisng', 'stleger'],
  ['a letter too many', 'donncaster', 'stleger'],
  ['a need', 'landlord', 'stleger'],
  ['a need in a sentence', 'I need help with my bills', 'debt'],
  ['no accents where there are some', 'cafe', 'art'],
  ['accents where there are none', 'ärt', 'art'],
  ['a Polish letter without its stroke', 'lodz', 'art'],
  ['another form of an Arabic letter', 'مجموعه', 'arabic'],
])('[F-5] [A5] typing %s finds it', (_, typed, id) => {
  expect(found(typed)[0]).toBe(id);
});

test('[F-5] every word typed must be found, if anything has them all', () => {
  expect(found('maudsley art')).toEqual(expect.arrayContaining(['slam', 'art']));
  expect(found('mental care')).toEqual(['slam']);
});

test('words that nothing has find nothing', () => {
  expect(found('xylophone')).toEqual([]);
});

test('nothing but small words is searched for all the same', () => {
  expect(found('help')).toEqual([]);
});

test('a short word is not taken for another', () => {
  expect(found('arm')).not.toContain('art');
});

test('letters are compared without marks, case and joining strokes', () => {
  expect(fold('ŻÓŁĆ')).toBe('zolc');
  expect(fold('مـرحـبًا')).toBe('مرحبا');
  expect(wordsIn("Men's group, 18–25")).toEqual(['mens', 'group', '18', '25']);
});

test('a long list is indexed in parts, with a pause between them', async () => {
  let pauses = 0;
  const many = Array.from({ length: 600 }, (_, at) => anEntry({ id: String(at), name: `Group ${at}` }));
  const whole = await indexWords(many, [], '', async () => {
    pauses += 1;
  });
  expect(pauses).toBe(5);
  expect(whole.find('599')).toEqual([599]);
});
