import type { Sayer } from '#i18n/words.ts';

export type Cost =
  | { readonly kind: 'free' | 'unknown' }
  | { readonly kind: 'amount'; readonly pence: number; readonly canBeWaived: boolean };

/** "Free", or the amount and what it is for (E31). */
export function costInWords(cost: Cost, what: string | undefined, { t }: Sayer): string {
  switch (cost.kind) {
    case 'free':
      return t('timetable:cost.free');
    case 'unknown':
      return t('timetable:cost.unknownShort');
    case 'amount': {
      const price = priceInWords(cost.pence);
      return what === undefined
        ? t('timetable:cost.amount', { price })
        : t('timetable:cost.amountFor', { price, what });
    }
  }
}

/** As British shops write it, in every language: that is what people see at the door. */
function priceInWords(pence: number): string {
  const minimumFractionDigits = pence % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits }).format(
    pence / 100,
  );
}
