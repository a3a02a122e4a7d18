import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

export type Files = Map<string, { type: string; body: string }>;

const page = (script: string, body = '') =>
  `<!doctype html><html lang="en"><title>Store</title><body>${body}<script type="module" src="/scripts/${script}.js"></script>`;

const FORMS = {
  'derby-self': { title: 'Ask for peer support', promise: 'derby', teams: { derby: 'the Derby team' } },
  'derby-equality': { title: 'About you', promise: 'none', teams: {} },
};

/** The store and "Your forms", each with a page that loads it, as files of a site. */
export async function bundleStore(): Promise<Files> {
  const scripts = ['store-page', 'your-forms-page', 'offline-page'];
  const { outputFiles } = await build({
    entryPoints: scripts.map((name) => new URL(`${name}.ts`, import.meta.url).pathname),
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    outdir: '/scripts',
    define: { global: 'globalThis', 'import.meta.env': '{"PROD":true}' },
  });
  const words = readFileSync(new URL('../../../content/messages/en/outbox.json', import.meta.url), 'utf8');
  const blocks = `<h1>Your forms</h1><div data-outbox id="clear"></div>
    <script type="application/json" data-nested>${words}</script>
    <script type="application/json" data-forms>${JSON.stringify(FORMS)}</script>`;
  return new Map([
    ['/', { type: 'text/html', body: page('store-page') }],
    ['/en/your-forms/', { type: 'text/html', body: page('your-forms-page', blocks) }],
    ['/wayin/words/en.json', { type: 'application/json', body: `{"outbox":${words}}` }],
    ...outputFiles.map(({ path, text }) => [path, { type: 'text/javascript', body: text }] as const),
  ]);
}
