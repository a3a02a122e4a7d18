import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal } from '#core/eligibility/compute/decimal.ts';
import { payTarget, reachesPayTarget } from '#core/eligibility/compute/pay.ts';

const pence = fc.integer({ min: 500, max: 5_000 });
const tenths = fc.integer({ min: -20, max: 150 });
const pounds = (amount: number) => (amount / 100).toFixed(2);

test('[D34] a penny less than the target never reaches it, the target always does', () => {
  fc.assert(
    fc.property(pence, pence, tenths, (before, wage, inflation) => {
      const rates = [pounds(before), pounds(wage), (inflation / 10).toFixed(1)];
      const target = payTarget(rates) ?? '';
      expect(reachesPayTarget([...rates, target])).toBe('yes');
      const less = pounds(Math.round(Number(target) * 100) - 1);
      expect(reachesPayTarget([...rates, less])).toBe('no');
    }),
    { numRuns: 5_000 },
  );
});

test('[D34] the target is that of long sums in whole numbers', () => {
  fc.assert(
    fc.property(pence, pence, tenths, (before, wage, inflation) => {
      // Pence × thousandths: 110 percent and inflation in tenths of a percent.
      const raised = before * (1_100 + inflation);
      const least = before < wage ? Math.max(raised, wage * 1_000) : raised;
      const target = payTarget([pounds(before), pounds(wage), (inflation / 10).toFixed(1)]);
      expect(target).toBe(pounds(Math.ceil(least / 1_000)));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['13.15', 131_500n],
  ['-0.5', -5_000n],
  ['4', 40_000n],
])('%s is %d ten-thousandths', (text, value) => expect(parseDecimal(text)).toBe(value));

test.each(['', '1.23456', '1e3', '.5', 'ten'])('"%s" is no decimal', (text) =>
  expect(parseDecimal(text)).toBeUndefined(),
);
