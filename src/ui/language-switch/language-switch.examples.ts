import type { Language } from '#i18n/language.ts';

const languages: readonly Language[] = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'pl', name: 'polski', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
];

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'English is shown': { label: 'Languages of the example', current: 'en', languages, path: '/en/services/' },
  'Arabic is shown': { label: 'اللغات', current: 'ar', languages, path: '/ar/help-now/' },
};
