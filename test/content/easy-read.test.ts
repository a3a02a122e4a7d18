import { describe, expect, test } from 'vitest';
import { readingAge } from '#core/reading-age.ts';
import { silentVideos } from '../../src/publish/lint/videos.ts';
import { readContent } from '../../src/publish/read-content.ts';
import { offeredLanguages } from '../support/content.ts';

const { pages, services, directory } = readContent();
const easy = pages.filter(({ facts }) => facts.easyReadOf !== undefined);
const linesOf = (body: string | undefined) => (body ?? '').split('\n');

/** Pages that somebody in need must be able to read. */
const KEY_PAGES = ['help-now', 'how-referral-works', 'complaints', 'privacy'];
const READING_AGE = 11;
const EASY_READING_AGE = 9;

test.each(pages.map(({ facts, text }) => [facts.id, text['en']?.body] as const))(
  '[E61] %s can be read at eleven',
  (_, body) => {
    expect(readingAge(linesOf(body))).toBeLessThanOrEqual(READING_AGE);
  },
);

test.each(KEY_PAGES)('[E61] %s has an easy read version, in each language, that can be read at nine', (id) => {
  const version = easy.find(({ facts }) => facts.easyReadOf === id);
  expect(Object.keys(version?.text ?? {}).sort()).toEqual(
    offeredLanguages()
      .map(({ code }) => code)
      .sort(),
  );
  expect(readingAge(linesOf(version?.text['en']?.body))).toBeLessThanOrEqual(EASY_READING_AGE);
});

test.each(easy.map(({ facts, text }) => [facts.id, text] as const))(
  '[E61] %s has one short thing a sentence, whatever the language',
  (_, text) => {
    for (const { body } of Object.values(text)) {
      const sentences = body.replace(/\]\([^)]*\)/g, ' ').split(/[.!?؟:]+\s|\n+/);
      const long = sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 16);
      expect(long).toEqual([]);
    }
  },
);

test('every written page can be reached: from the footer, a topic, another page or a service', () => {
  const links = (own: string) =>
    [
      ...pages.filter(({ facts }) => facts.id !== own).map(({ text }) => text['en']?.body ?? ''),
      ...services.map(({ text }) => JSON.stringify(text['en'])),
    ].join('\n');
  const lost = pages.filter(
    ({ facts: { id, footer, topics, easyReadOf } }) =>
      !footer && topics.length === 0 && easyReadOf === undefined && !links(id).includes(`/${id}/`),
  );
  expect(lost.map(({ facts }) => facts.id)).toEqual([]);
});

test('[E7] a carer who needs help for themselves has a page of their own, which the topic "carers" leads to', () => {
  const page = pages.find(({ facts }) => facts.id === 'help-for-carers');
  expect(page?.facts.topics).toContain('carers');
  const body = page?.text['en']?.body ?? '';
  expect(body).toMatch(/## Help for you[\s\S]*\/forms\/[\s\S]*## Help for the person you look after/);
  expect(body).toContain('You do not need a mental health need of your own.');
  expect(body).toContain('/organisations/derby-carer-organisations/');
  expect(directory.topics.map(({ facts }) => facts.id)).toContain('carers');
});

describe('a video', () => {
  const [first] = pages;
  if (!first) throw new Error('There is no page.');
  const video = { id: 'welcome', file: '/icon.svg', captions: { en: '/icon.svg' }, bsl: null };
  const said = { title: 'Welcome', transcript: ['A woman says hello.'] };
  const withVideo = (texts: { readonly [lang: string]: object }, body = '') => ({
    pages: [
      {
        ...first,
        facts: { ...first.facts, videos: [video] },
        text: Object.fromEntries(
          Object.entries(texts).map(([lang, videos]) => [
            lang,
            { title: 'x', description: 'x', videos: videos as never, body },
          ]),
        ),
      },
    ],
  });
  const faults = (content: Parameters<typeof silentVideos>[0]) =>
    silentVideos(content, '.').map(({ field, what }) => `${field}: ${what}`);

  test('[G38] with its files, and its words in every language, passes', () => {
    expect(faults(withVideo({ en: { welcome: said }, pl: { welcome: said } }))).toEqual([]);
  });

  test('[G38] without a transcript in one language of its page is refused', () => {
    expect(faults(withVideo({ en: { welcome: said }, pl: {} }))).toEqual([
      'videos.welcome: The video has no title and no transcript here.',
    ]);
  });

  test('[G38] whose captions are not there is refused', () => {
    const {
      pages: [page],
    } = withVideo({ en: { welcome: said } });
    if (!page) throw new Error('There is no page.');
    const silent = { ...page, facts: { ...page.facts, videos: [{ ...video, captions: { en: '/none.vtt' } }] } };
    expect(faults({ pages: [silent] })).toEqual(['videos.welcome: There is no file public/none.vtt.']);
  });

  test.each([
    '/media/welcome.mp4',
    'https://www.youtube.com/watch?v=x',
    'https://youtu.be/x',
    'https://player.vimeo.com/1',
  ])('[G38] put in by a mere link, %s, is refused', (href) => {
    expect(faults(withVideo({ en: { welcome: said } }, `[Watch](${href})`))).toEqual([
      `${href}: A link to a video has neither captions nor a transcript.`,
    ]);
  });
});
