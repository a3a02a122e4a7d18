import { type Kind, plainTextOf, type Values } from './kind.ts';

const read = (values: Values, { id }: { readonly id: string }) => plainTextOf(values, id);

export const postcode: Kind<object> = { facts: {}, rules: () => [['wrongPostcode']], read };
export const telephone: Kind<object> = { facts: {}, rules: () => [['wrongTelephone']], read };
export const email: Kind<object> = { facts: {}, rules: () => [['tooLong', 254], ['wrongEmail']], read };
