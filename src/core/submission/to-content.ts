import type { Answers } from '../criteria/criterion.ts';
import type { FormDefinition } from '../forms/definition.ts';
import { recipientOf, relevantAnswers } from '../forms/relevance.ts';
import type { Content, SubmissionContent } from './content.ts';

/** What the edge knows about a form that is being sent. */
export interface Sending {
  readonly form: FormDefinition;
  readonly formVersion: string;
  readonly answers: Answers;
  readonly draft: string;
  /** ISO 8601, by the clock of whoever seals. */
  readonly now: string;
  readonly language: string;
  readonly channel: SubmissionContent['channel'];
}

/** What is sealed: relevant answers only, and for equality answers nothing that ties them to a person or a day. */
export function toContent({ form, formVersion, answers, draft, now, language, channel }: Sending): Content {
  const relevant = relevantAnswers(form, answers);
  const routing = { form: form.id, formVersion, recipient: recipientOf(form, answers), system: form.system };
  if (form.kind === 'monitoring') {
    return { kind: 'monitoring', version: 1, ...routing, month: now.slice(0, 7), answers: relevant };
  }
  const share = relevant.consentShare ?? [];
  return {
    kind: 'submission',
    version: 1,
    draft,
    ...routing,
    createdAt: now,
    language,
    channel,
    consent: {
      privacyNotice: form.privacyNotice,
      agreedAt: now,
      share: typeof share === 'string' ? [share] : share,
    },
    answers: relevant,
  };
}
