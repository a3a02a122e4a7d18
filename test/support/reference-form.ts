import { expect, type Page } from '@playwright/test';
import { openBuilder, panelTitle } from './builder.ts';
import { Keys } from './keys.ts';

/** The translations of the reference form, by what they translate. */
const WORDS: { readonly [language: string]: { readonly [english: string]: string } } = {
  pl: {
    'Join our walking group': 'Dołącz do naszej grupy spacerowej',
    'This form takes two minutes.': 'Ten formularz zajmuje dwie minuty.',
    'Where do you live?': 'Gdzie mieszkasz?',
    Derby: 'Derby',
    Nearby: 'W pobliżu',
    Elsewhere: 'Gdzie indziej',
    'So that we choose a walk near you.': 'Żebyśmy wybrali spacer blisko ciebie.',
    'Which part of Derby?': 'Która część Derby?',
    'What would help you?': 'Co by ci pomogło?',
    'Step-free paths': 'Ścieżki bez stopni',
    'A short walk': 'Krótki spacer',
    'Someone to walk with': 'Ktoś do towarzystwa',
    'How many people would come?': 'Ile osób by przyszło?',
    'Which day suits you?': 'Który dzień ci odpowiada?',
    'Is there anything else?': 'Czy jest coś jeszcze?',
  },
  ar: {
    'Join our walking group': 'انضم إلى مجموعة المشي',
    'This form takes two minutes.': 'يستغرق هذا النموذج دقيقتين.',
    'Where do you live?': 'أين تسكن؟',
    Derby: 'ديربي',
    Nearby: 'في الجوار',
    Elsewhere: 'مكان آخر',
    'So that we choose a walk near you.': 'لنختار مشيًا قريبًا منك.',
    'Which part of Derby?': 'أي جزء من ديربي؟',
    'What would help you?': 'ما الذي يساعدك؟',
    'Step-free paths': 'مسارات بلا درجات',
    'A short walk': 'مشي قصير',
    'Someone to walk with': 'شخص يمشي معك',
    'How many people would come?': 'كم شخصًا سيأتي؟',
    'Which day suits you?': 'أي يوم يناسبك؟',
    'Is there anything else?': 'هل هناك شيء آخر؟',
  },
};

interface Built {
  readonly keys: Keys;
  readonly languages: readonly string[];
  /** Keys pressed for the form in one language, before it was translated: the figure of the bench. */
  readonly inOneLanguage: { readonly pressed: number; readonly stops: number };
}

/**
 * Builds the reference form by keyboard alone: six questions on one page, one of them required with its reason, one asked
 * of some people only; who receives it, and its privacy notice. Then its words in two more languages.
 */
export async function buildReferenceForm(page: Page, url: string): Promise<Built> {
  await openBuilder(page, url);
  const keys = new Keys(page);
  await keys.press('Tab', 'Enter');
  await keys.tabTo('Name of the form');
  await keys.type('Join our walking group');
  await keys.press('Enter');
  await expect(panelTitle(page)).toBeFocused();

  await keys.press('Control+Enter');
  await ask(
    keys,
    page,
    'Where do you live?',
    'One of',
    ['Derby', 'Nearby', 'Elsewhere'],
    'So that we choose a walk near you.',
  );
  await keys.press('Control+Enter');
  await ask(keys, page, 'Which part of Derby?');
  await keys.tabTo('Ask some people only');
  await keys.press('Enter');
  await keys.tabTo('Add a condition');
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toBe('If the answer to');
  await keys.press('Control+Enter');
  await ask(keys, page, 'What would help you?', 'Several', ['Step-free paths', 'A short walk', 'Someone to walk with']);
  await keys.press('Control+Enter');
  await ask(keys, page, 'How many people would come?', 'A whole');
  await keys.press('Control+Enter');
  await ask(keys, page, 'Which day suits you?', 'A date');
  await keys.press('Control+Enter');
  await ask(keys, page, 'Is there anything else?', 'A long');

  await keys.backTo('The whole form');
  await keys.press('Enter');
  await expect(panelTitle(page)).toHaveText('Join our walking group');
  await keys.tabTo('What people should know first');
  await keys.type('This form takes two minutes.');
  await keys.tabTo('Team that receives the form');
  await keys.pick('the team that r');
  await keys.tabTo('Privacy notice');
  await keys.pick('Way In');
  const inOneLanguage = { pressed: keys.pressed, stops: keys.stops };

  const languages: string[] = [];
  for (const [language, name] of [
    ['ar', 'Arabic'],
    ['pl', 'Polish'],
  ] as const) {
    await translate(keys, page, language, name);
    languages.push(language);
  }
  return { keys, languages, inOneLanguage };
}

async function ask(
  keys: Keys,
  page: Page,
  label: string,
  kind?: string,
  options?: readonly string[],
  why?: string,
): Promise<void> {
  await expect(page.locator('[data-focus="new-label"]')).toBeFocused();
  await keys.type(label);
  if (kind) {
    await keys.press('Tab');
    await keys.pick(kind);
  }
  if (options) {
    await keys.press('Tab');
    await keys.type(options.join('\n'));
  }
  if (why) {
    await keys.tabTo('People must answer this');
    await keys.press('Space');
    await keys.press('Tab');
    await keys.type(why);
  }
  if (kind && !why) await keys.tabTo('Add the question');
  await keys.press('Enter');
  await expect(panelTitle(page)).toHaveText(label);
  await expect(panelTitle(page)).toBeFocused();
}

async function translate(keys: Keys, page: Page, language: string, name: string): Promise<void> {
  if (!page.url().endsWith('/languages')) {
    await keys.backTo('Languages');
    await keys.press('Enter');
    await expect(page.locator('[data-focus="view"]')).toBeFocused();
    await keys.tabTo(`Add ${name}`);
  } else await keys.backTo(`Add ${name}`);
  await keys.press('Enter');
  await expect(page.locator('[data-focus="language"]')).toBeFocused();
  const sentences = await page.locator('[data-sentence] [lang="en"]').allTextContents();
  await keys.tabTo(/^Show only/);
  for (const sentence of sentences) {
    await keys.tabTo(`In ${name}`);
    // Who receives it stands there already.
    const words = WORDS[language]?.[sentence.trim()];
    if (words) await keys.type(words);
  }
  await expect(page.locator('[data-to-do="0"]')).toBeVisible();
}
