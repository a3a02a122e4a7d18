import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { reportNotYetProvided } from './src/publish/not-yet-provided.ts';

// Nobody is told what is built here.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const precacheFile = new URL('./src/publish/precache/integration.ts', import.meta.url);
const precache = existsSync(fileURLToPath(precacheFile)) ? [(await import(precacheFile.href)).precache()] : [];

/** Vite wraps each late import in 1.7 kB that preloads its CSS. Ours has none: pages bring all CSS themselves. */
const plainLateImports = {
  name: 'way-in-plain-late-imports',
  enforce: 'pre',
  load: (id) => (id.startsWith('\0vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined),
};

/** What is asked for together comes as one file, with all that it needs: on a slow network ten small ones cost more. */
const chunks = [
  { name: 'every-page', test: /src[\\/]islands[\\/]offline[\\/]start\.ts$/ },
  { name: 'device', test: /src[\\/]store[\\/](device-database|parcel-index|shared-computer|storage-check|tabs)\.ts$/ },
  {
    name: 'answers',
    test: /src[\\/]islands[\\/](form-filler[\\/](controls|show-notice)|in-place[\\/]keep-over-languages)\.ts$/,
  },
];

export default defineConfig({
  output: 'static',
  outDir: process.env.WAYIN_SITE ?? 'dist/site',
  ...(process.env.WAYIN_ADDRESS ? { site: process.env.WAYIN_ADDRESS } : {}),
  trailingSlash: 'always',
  integrations: [preact(), reportNotYetProvided(), ...precache],
  devToolbar: { enabled: false },
  // The policy is `script-src 'self'; style-src 'self'`: nothing may stand inside a page.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    // A chunk that is asked for late asks for its own parts itself: a preloader on every page costs more than it saves.
    build: { assetsInlineLimit: 0, modulePreload: false },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } } },
    plugins: [plainLateImports],
  },
});
