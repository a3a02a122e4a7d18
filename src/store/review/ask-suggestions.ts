import { bad, good, type Outcome } from '#core/outcome.ts';
import { type Envelope, parseEnvelope } from '#core/submission/envelope.ts';
import { fetchWithLimit } from '../push.ts';

/** Something that somebody sent about a group, as sealed as it came. */
export interface Suggested {
  readonly envelope: Envelope;
  readonly receivedAt?: string;
}

export type SuggestionsProblem = 'noConnection' | 'notSignedIn' | 'strangeAnswer';

/** Asks the service for what people sent about groups. Nothing of it is kept on this device. */
export async function askSuggestions(): Promise<Outcome<readonly Suggested[], SuggestionsProblem>> {
  let answer: Response;
  try {
    answer = await fetchWithLimit(`${location.origin}/organise/api/suggestions`, {}, 'same-origin');
  } catch {
    return bad('noConnection');
  }
  if (answer.status === 401 || answer.status === 403) return bad('notSignedIn');
  const body = (await answer.json().catch(() => undefined)) as { readonly suggestions?: unknown } | undefined;
  if (!answer.ok || !Array.isArray(body?.suggestions)) return bad('strangeAnswer');
  return good(
    body.suggestions.flatMap((one: { readonly envelope?: unknown; readonly receivedAt?: unknown }) => {
      const read = parseEnvelope(one.envelope);
      if (!read.ok) return [];
      return [{ envelope: read.value, ...(typeof one.receivedAt === 'string' ? { receivedAt: one.receivedAt } : {}) }];
    }),
  );
}
