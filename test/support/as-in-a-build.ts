import { vi } from 'vitest';

// Content is read once, not at every question, as `astro dev` does so that an editor sees each change.
vi.stubEnv('DEV', false);
