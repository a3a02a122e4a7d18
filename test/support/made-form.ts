import type { FormFiles } from '#core/forms/edit/form-files.ts';

/** A small form as the builder sends it: a question that asks for more, in English and Polish. */
export function aMadeForm(
  changes: { readonly id?: string; readonly recipient?: string; readonly label?: string } = {},
): FormFiles {
  const { id = 'walk-survey', recipient = 'derby-team', label = 'How was the walk?' } = changes;
  return {
    sourceLanguage: 'en',
    source: {
      id,
      system: 'all',
      kind: 'submission',
      audience: 'resident',
      promise: 'none',
      privacyNotice: 'derby-2026-1',
      crisisPanel: false,
      routes: [{ recipient }],
      pages: [
        { id: 'walk', questions: [{ id: 'walk', kind: 'one-of', options: ['good', 'bad'] }] },
        {
          id: 'why',
          when: { question: 'walk', is: 'bad' },
          questions: [{ id: 'better', kind: 'long-text', maxLength: 500 }],
        },
      ],
    },
    texts: {
      en: {
        title: 'Tell us about the walk',
        intro: ['Two questions & no more.'],
        recipients: { [recipient]: 'the Derby team' },
        pages: { walk: { title: 'The walk' }, why: { title: 'What was bad' } },
        questions: {
          walk: { label, options: { good: 'Good', bad: 'Bad' } },
          better: { label: 'What would make it better?' },
        },
      },
      pl: {
        title: 'Opowiedz o spacerze',
        intro: ['Tylko dwa pytania.'],
        recipients: { [recipient]: 'zespół w Derby' },
        pages: { walk: { title: 'Spacer' }, why: { title: 'Co było złe' } },
        questions: {
          walk: { label: 'Jaki był spacer?', options: { good: 'Dobry', bad: 'Zły' } },
          better: { label: 'Co poprawić?' },
        },
      },
    },
  };
}
