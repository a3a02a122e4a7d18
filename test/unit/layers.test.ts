import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** Each layer, and the other layers it may import (design.md). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  i18n: ['core'],
  sealing: ['core'],
  ui: ['core', 'i18n'],
  publish: ['core', 'i18n'],
  store: ['core', 'sealing'],
  intake: ['core', 'i18n', 'sealing', 'ui'],
  cli: ['core', 'i18n', 'sealing', 'intake', 'publish'],
  islands: ['core', 'i18n', 'sealing', 'store', 'ui'],
  pages: ['core', 'i18n', 'publish', 'ui', 'islands', 'layouts'],
  layouts: ['core', 'i18n', 'publish', 'ui', 'islands'],
};

const IMPORT = /(?:from|import)\s*\(?\s*['"]([.#][^'"]+)['"]/g;
const layerOf = (file: string) => file.split('/')[1] ?? '';

function targetsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)]
    .map(([, name = '']) => (name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(file), name)))
    .filter((target) => target.startsWith('src/'));
}

const files = globSync('src/*/**/*.{ts,tsx,astro}').map((file) => file.replaceAll('\\', '/'));

test.each(files)('%s imports only layers it may know', (file: string) => {
  const layer = layerOf(file);
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  expect(targetsOf(file).filter((target) => !allowed.includes(layerOf(target)))).toEqual([]);
});

test.each(files)('%s lies in a layer of the table', (file: string) => {
  expect(Object.keys(MAY_IMPORT)).toContain(layerOf(file));
});

test('no folder is a drawer', () => {
  const drawers = /\/(utils|helpers|common|shared|lib|misc|types|constants)(\/|\.tsx?$)/;
  expect(files.filter((file) => drawers.test(file))).toEqual([]);
});

test('only core/forms/tree.ts imports FormKit', () => {
  const importers = files.filter((file) => /from\s+'@formkit\//.test(readFileSync(file, 'utf8')));
  expect(importers.filter((file) => file !== 'src/core/forms/tree.ts')).toEqual([]);
});

test('the store and the intake never meet', () => {
  const meetings = files.filter((file) => {
    const other = { store: 'intake', intake: 'store' }[layerOf(file)];
    return other !== undefined && targetsOf(file).some((target) => layerOf(target) === other);
  });
  expect(meetings).toEqual([]);
});
