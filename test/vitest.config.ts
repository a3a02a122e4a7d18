import { defineConfig } from 'vitest/config';

const kinds = ['unit', 'content', 'intake'] as const;

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: kinds.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        testTimeout: name === 'unit' ? 60_000 : 120_000,
        hookTimeout: 120_000,
        setupFiles: [new URL('support/as-in-a-build.ts', import.meta.url).pathname],
      },
    })),
    reporters: ['default', ['json', { outputFile: 'test/.report/vitest.json' }]],
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: true,
    chaiConfig: { truncateThreshold: 2000 },
  },
});
