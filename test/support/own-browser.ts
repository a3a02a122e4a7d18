import { type ChildProcess, spawn } from 'node:child_process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from './chromium.ts';

export interface OwnBrowser {
  readonly browser: Browser;
  readonly process: ChildProcess;
}

/** A browser of our own, so that it can be killed like by a phone that runs out of memory. */
export async function launchBrowser(profile: string): Promise<OwnBrowser> {
  const { executablePath, args } = await chromiumLaunch();
  const options = ['--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run'];
  const process = spawn(executablePath, [...args, ...options, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    process.stderr?.on('data', (text) => {
      said += text;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    process.once('exit', () => reject(new Error(said)));
  });
  return { browser: await chromium.connectOverCDP(address), process };
}

export async function killBrowser({ process: { pid }, process: child }: OwnBrowser): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (pid) process.kill(-pid, 'SIGKILL');
  await ended;
}

/** A page in a browser of our own. */
export async function pageIn({ browser }: OwnBrowser): Promise<Page> {
  const page = await browser.contexts()[0]?.newPage();
  if (!page) throw new Error('The browser has no page');
  return page;
}
