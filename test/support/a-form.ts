import type { FormDefinition } from '#core/forms/definition.ts';

/** A small whole form; a test names only what matters to it. */
export function aForm(parts: Partial<FormDefinition> = {}): FormDefinition {
  return {
    id: 'a-form',
    system: 'derby',
    kind: 'submission',
    audience: 'resident',
    promise: 'none',
    privacyNotice: 'derby-2026-1',
    crisisPanel: false,
    routes: [{ recipient: 'derby-team' }],
    pages: [
      { id: 'name', questions: [{ id: 'preferredName', kind: 'text', maxLength: 100, required: true }] },
      {
        id: 'contact',
        questions: [
          { id: 'contactMethod', kind: 'one-of', options: ['phone', 'email'], required: true },
          { id: 'phone', kind: 'telephone', required: true, when: { question: 'contactMethod', is: 'phone' } },
          { id: 'email', kind: 'email', required: true, when: { question: 'contactMethod', is: 'email' } },
        ],
      },
      { id: 'needs', questions: [{ id: 'needs', kind: 'some-of', options: ['housing', 'money'] }] },
      {
        id: 'housing',
        when: { question: 'needs', has: 'housing' },
        questions: [{ id: 'housingPlan', kind: 'one-of', options: ['yes', 'no'] }],
      },
    ],
    ...parts,
  };
}
