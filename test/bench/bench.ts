import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { startWayIn, TEST_KEYS } from '../support/way-in.ts';
import { builderFigures } from './builder.ts';
import { analysisTimes, checkerWeights, judgeTimes, postcodeSizes } from './checkers.ts';
import { editTimes } from './edit-form.ts';
import { exportMany } from './export-many.ts';
import { formTimes } from './form-times.ts';
import { newsFigures } from './news.ts';
import { organisersAtOnce } from './organisers.ts';
import { pageWeights } from './page-weights.ts';
import { pushMany } from './push-many.ts';
import { startTimes } from './start-times.ts';
import { printTable } from './table.ts';

/**
 * `npm run bench`: the figures that the issue wants, printed as tables. Nothing here passes or fails.
 * BENCH_RUNS says how often each time is taken (5); BENCH_SUBMISSIONS how many are pushed (1000);
 * BENCH_ORGANISERS how many sync at once (500);
 * BENCH_EXPORT how many are exported (5000,20000).
 */
const runs = Number(process.env['BENCH_RUNS'] ?? 5);
const exported = (process.env['BENCH_EXPORT'] ?? '5000,20000').split(',').map(Number);
const organisers = Number(process.env['BENCH_ORGANISERS'] ?? 500);
const submissions = Number(process.env['BENCH_SUBMISSIONS'] ?? 1_000);

rmSync(TEST_KEYS, { recursive: true, force: true });
printTable('Starting', ['what', 'seconds'], await startTimes());

const wayIn = await startWayIn();
const browser = await chromium.launch(await chromiumLaunch());
printTable(
  'Bytes of a page, Brotli',
  ['page', 'HTML', 'CSS', 'JS at rest', 'JSON', 'all'],
  await pageWeights(browser, wayIn.url),
);
printTable(
  'Bytes of a check with its first question, Brotli',
  ['page', 'HTML', 'CSS', 'JS', 'JSON', 'all'],
  await checkerWeights(browser, wayIn.url),
);
printTable(
  `Form page, 400 ms RTT, 400 kbps, 4x CPU, median of ${runs}, seconds`,
  ['what', 'ours', 'plain HTML, scripts blocked', 'ratio'],
  await formTimes(browser, wayIn.url, runs),
);
printTable('The form builder in the browser', ['what', 'figure'], await builderFigures(browser, wayIn.url));
await browser.close();
printTable(
  'Export as CSV',
  ['submissions', 'rows', 'seconds', 'own memory at most, MB', 'mapped files of the store, MB'],
  await exportMany(exported),
);
printTable(`${submissions} submissions pushed`, ['what', 'figure'], await pushMany(wayIn, submissions));
await wayIn.stop();
printTable(`${organisers} organisers in step at once`, ['what', 'figure'], await organisersAtOnce(organisers));
printTable(
  "What groups have changed, for a resident's telephone, with all headers both ways",
  ['published', 'first time', 'nothing new', 'ten pages a day'],
  await newsFigures(),
);
printTable('Analysis of a checker', ['checker', 'ms of processor time', 'questions asked'], analysisTimes());
printTable('A judge call, 10,000 random answers', ['what', 'median', '99 of 100'], judgeTimes(10_000));
printTable('Postcodes', ['what', 'plain', 'gzip', 'Brotli'], postcodeSizes());
printTable(
  'Form builder',
  ['questions', 'a step, ms, median', 'its findings, ms, median'],
  editTimes([20, 100, 500], runs),
);
