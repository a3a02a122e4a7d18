import { type Browser, chromium, type Page } from '@playwright/test';
import {
  aBundle,
  aFormFile,
  aTextFile,
  chooseLine,
  openBuilder,
  openBuilderFile,
  preview,
  workOnOpened,
} from '../support/builder.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { buildReferenceForm } from '../support/reference-form.ts';
import { startWayIn } from '../support/way-in.ts';
import { weigh } from '../support/weigh.ts';
import { median, printTable } from './table.ts';

const QUESTIONS = 100;
const LETTERS = 25;
const SLOWER = 4;
/** Between two letters: each is measured alone, with the check of the whole form behind it. */
const REST_MS = 900;
const WIDE = { width: 1280, height: 900 };

/** `node test/bench/builder.ts`: from a letter typed to the form that is seen, bytes, and keys of the reference form. */
export async function builderFigures(
  browser: Browser,
  url: string,
): Promise<readonly (readonly (string | number)[])[]> {
  const times = await lettersToPreview(browser, url);
  const sorted = times.toSorted((a, b) => a - b);
  const { pressed, stops } = await keysOfReferenceForm(browser, url);
  return [
    [`a letter to the preview, ${QUESTIONS} questions, 4x CPU, median`, `${median(times).toFixed(0)} ms`],
    ['the slowest of them', `${(sorted.at(-1) ?? 0).toFixed(0)} ms`],
    ...(await bytes(browser, url)),
    ['keys pressed for the reference form, letters of texts not counted', pressed],
    ['stops of Tab among them', stops],
  ];
}

async function lettersToPreview(browser: Browser, url: string): Promise<readonly number[]> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: WIDE });
  const page = await context.newPage();
  const ids = Array.from({ length: QUESTIONS }, (_, place) => `question${place + 1}`);
  const pages = Array.from({ length: 10 }, (_, at) => ({
    id: `page-${at + 1}`,
    questions: ids.slice(at * 10, at * 10 + 10).map((id) => ({ id, kind: 'text', maxLength: 100 })),
  }));
  const titles = Object.fromEntries(pages.map(({ id }, at) => [id, { title: `Part ${at + 1}` }]));
  const labels = Object.fromEntries(ids.map((id, place) => [id, `Question number ${place + 1}`]));
  await openBuilder(page, url);
  await openBuilderFile(
    page,
    'form.json',
    aBundle(aFormFile([], { pages }), { en: aTextFile(labels, { pages: titles }) }),
  );
  await workOnOpened(page);
  await page.getByRole('button', { name: /^Part 1\D/ }).click();
  await chooseLine(page, 'Question number 5');
  await preview(page).locator('#q-question5').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const label = page.locator('[data-words="questions.question5.label"]');
  await label.press('End');
  const times: number[] = [];
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await watchPreview(page);
    await page.keyboard.press('a');
    times.push(await page.evaluate(() => (window as unknown as { seen: Promise<number> }).seen));
    await page.waitForTimeout(REST_MS);
  }
  await context.close();
  return times;
}

/** Notes how long it takes from the next letter until the label in the preview has it. */
function watchPreview(page: Page): Promise<void> {
  return page.evaluate(() => {
    const inside = document.querySelector<HTMLIFrameElement>('[data-preview="phone"]')?.contentDocument;
    const box = document.activeElement as HTMLInputElement;
    const seen = new Promise<number>((resolve) => {
      box.addEventListener(
        'input',
        (event) => {
          const look = () => {
            if (inside?.querySelector('#q-question5')?.textContent?.includes(box.value))
              resolve(performance.now() - event.timeStamp);
            else requestAnimationFrame(look);
          };
          look();
        },
        { once: true },
      );
    });
    (window as unknown as { seen: Promise<number> }).seen = seen;
  });
}

async function bytes(browser: Browser, url: string): Promise<readonly (readonly string[])[]> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  const { html, css, js, data } = await weigh(page, `${url}/en/build/`);
  await context.close();
  const kB = (count: number) => `${(count / 1000).toFixed(1)} kB`;
  return [
    ['the builder page at rest, Brotli: HTML and CSS', kB(html + css)],
    ['its script', kB(js)],
    ['its words, shared questions and templates', kB(data)],
    ['all of it', kB(html + css + js + data)],
  ];
}

async function keysOfReferenceForm(browser: Browser, url: string) {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: WIDE });
  const page = await context.newPage();
  const { inOneLanguage } = await buildReferenceForm(page, url);
  await context.close();
  return inOneLanguage;
}

if (import.meta.main) {
  const wayIn = await startWayIn();
  const browser = await chromium.launch(await chromiumLaunch());
  printTable('The form builder in the browser', ['what', 'figure'], await builderFigures(browser, wayIn.url));
  await browser.close();
  await wayIn.stop();
}
