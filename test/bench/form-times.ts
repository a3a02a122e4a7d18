import type { Browser, Page } from '@playwright/test';
import { inSeconds, median } from './table.ts';

const NETWORK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
/** The one asked for most, and the longest. */
const FORMS = ['derby-self', 'swk-self'];
const FIELD = '[name="preferredName"]';

interface Timing {
  readonly keepsTyping: number;
  readonly errorsShown: number;
}

/** Both times for our form page and for the same page with its scripts blocked, by turns in the same run. */
export async function formTimes(browser: Browser, url: string, runs: number): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const form of FORMS) rows.push(...(await timesOf(form, browser, url, runs)));
  return rows;
}

async function timesOf(form: string, browser: Browser, url: string, runs: number) {
  const ours: Timing[] = [];
  const plain: Timing[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await timeForm(browser, `${url}/en/forms/${form}/`, true));
    plain.push(await timeForm(browser, `${url}/en/forms/${form}/`, false));
  }
  const row = (what: string, which: keyof Timing) => {
    const [a, b] = [median(ours.map((one) => one[which])), median(plain.map((one) => one[which]))];
    return [`${form}: ${what}`, inSeconds(a), inSeconds(b), (a / b).toFixed(2)];
  };
  return [
    row('opened until the first field keeps typing', 'keepsTyping'),
    row('click on submit until errors are shown', 'errorsShown'),
  ];
}

async function timeForm(browser: Browser, address: string, withScript: boolean): Promise<Timing> {
  const context = await browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: withScript });
  const page = await context.newPage();
  const slow = await context.newCDPSession(page);
  await slow.send('Network.enable');
  await slow.send('Network.emulateNetworkConditions', NETWORK);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const keepsTyping = await timeTyping(page, address);
  if (withScript) await page.locator('button[data-at="page"]').waitFor();
  const errorsShown = await timeErrors(page, withScript);
  await context.close();
  return { keepsTyping, errorsShown };
}

/** Types a letter as soon as the field is there; the time counts from opening until a letter has come to stay. */
async function timeTyping(page: Page, address: string): Promise<number> {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(FIELD).waitFor();
  await page.locator(FIELD).pressSequentially('S');
  const took = performance.now() - began;
  await page.waitForLoadState('load');
  if ((await page.locator(FIELD).inputValue()) !== 'S') throw new Error('What was typed did not stay');
  return took;
}

/** Empties the field and submits: with script the summary appears, without it the intake answers with the page. */
async function timeErrors(page: Page, withScript: boolean): Promise<number> {
  await page.locator(FIELD).fill('');
  const button = page.locator(withScript ? 'button[data-at="page"]' : 'button[data-action="send"]');
  const began = performance.now();
  await button.click({ noWaitAfter: true });
  await page.locator('a[href="#preferredName"]').waitFor();
  return performance.now() - began;
}
