import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textSummary } from '#core/sessions/text-summary.ts';

test('the parts of a summary stand in their order', () => {
  expect(textSummary(['Derby example group', 'Monday 30 November, 6pm', 'Free.'])).toBe(
    'Derby example group. Monday 30 November, 6pm. Free.',
  );
});

test('a part that does not fit is left out whole, and shorter ones after it still stand', () => {
  expect(textSummary(['Group', 'x'.repeat(200), 'Free'])).toBe('Group. Free.');
});

test('whatever the parts, a summary fits one text message of 160 letters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 220 })), (parts) => {
      expect(textSummary(parts).length).toBeLessThanOrEqual(160);
    }),
  );
});
