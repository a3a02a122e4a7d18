import type { Kind } from './kind.ts';

/** A line, or several, in a person's own words. */
export const text: Kind<{ readonly maxLength: number }> = {
  facts: { maxLength: 'length' },
  rules: ({ maxLength }) => [['tooLong', maxLength]],
};
