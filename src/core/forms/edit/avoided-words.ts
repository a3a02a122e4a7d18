/** Words that people asked us not to use of them, or to them; in English. By what is wrong with them. */
export const AVOIDED_WORDS = {
  /** 004 §3.4: "individuals, people, human beings". */
  client: /\b(clients?|customers?|service[- ]users?)\b/i,
  /** Says who is let in, not who can use a thing. */
  eligible: /\b(in)?eligib\w*/i,
  /** Blames whoever typed. */
  blame: /\b(invalid|oops|failed|failure)\b/i,
} as const;

/** The words of a sentence that nobody wants to read, as they stand there. */
export function avoidedIn(sentence: string): readonly string[] {
  return Object.values(AVOIDED_WORDS).flatMap((words) => words.exec(sentence)?.[0] ?? []);
}
