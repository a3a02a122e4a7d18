import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './support/chromium.ts';

const report = new URL('.report', import.meta.url).pathname;
const kinds = ['browser', 'accessibility', 'faults', 'budget'] as const;

export default defineConfig({
  testDir: '.',
  outputDir: `${report}/playwright`,
  projects: kinds.map((name) => ({ name, testDir: `./${name}`, testMatch: '**/*.spec.ts' })),
  globalSetup: './support/prepare-site.ts',
  forbidOnly: true,
  retries: 0,
  // Half of a test's time is waiting: three keep two cores busy.
  workers: 3,
  fullyParallel: true,
  // A slow machine keeps some 700 files for offline use before a test of that can begin.
  timeout: 360_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: `${report}/playwright.json` }]],
  use: {
    launchOptions: await chromiumLaunch(),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 60_000,
    navigationTimeout: 90_000,
  },
});
