import { type Kind, plainTextOf, type Values } from './kind.ts';

const read = (values: Values, { id }: { readonly id: string }) => plainTextOf(values, id);

export const wholeNumber: Kind<{ readonly least: number; readonly most: number }> = {
  facts: { least: 'whole', most: 'whole' },
  rules: ({ least, most }) => [['notANumber'], ['tooSmall', least], ['tooLarge', most]],
  read,
};

/** An amount in pounds. */
export const money: Kind<object> = { facts: {}, rules: () => [['notMoney']], read };
