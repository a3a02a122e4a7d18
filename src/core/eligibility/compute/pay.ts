import { parseDecimal, roundUpToPenny } from './decimal.ts';

// Pay is in ten-thousandths of a pound, a percentage in ten-thousandths of a percent:
// their product counts in 10^4 × 10^6 = 10^10 to the pound.
const HUNDRED_PERCENT = 1_000_000n;
const TEN_PERCENT = 100_000n;
const PARTS = 10_000n * HUNDRED_PERCENT;

/**
 * The hourly pay to reach (domain.md D.11b): previous pay raised by inflation and ten per cent, added together;
 * and at least the London Living Wage for somebody who was not paid it. In parts of 10^10 to the pound.
 */
function target(previousPay: bigint, livingWage: bigint, inflation: bigint): bigint {
  const raised = previousPay * (HUNDRED_PERCENT + inflation + TEN_PERCENT);
  const wage = livingWage * HUNDRED_PERCENT;
  return previousPay < livingWage && raised < wage ? wage : raised;
}

/** The pay to reach, rounded up to the penny: "15.00". Takes previous pay, Living Wage, inflation in percent. */
export function payTarget(texts: readonly string[]): string | undefined {
  const [previousPay, livingWage, inflation] = texts.map(parseDecimal);
  if (previousPay === undefined || livingWage === undefined || inflation === undefined) return undefined;
  return roundUpToPenny(target(previousPay, livingWage, inflation), PARTS);
}

/** Whether new pay reaches it, without any rounding. Takes previous pay, Living Wage, inflation, new pay. */
export function reachesPayTarget(texts: readonly string[]): 'yes' | 'no' | undefined {
  const [previousPay, livingWage, inflation, newPay] = texts.map(parseDecimal);
  if (previousPay === undefined || livingWage === undefined || inflation === undefined || newPay === undefined)
    return undefined;
  return newPay * HUNDRED_PERCENT >= target(previousPay, livingWage, inflation) ? 'yes' : 'no';
}
