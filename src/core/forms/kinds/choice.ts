import { type Kind, textsOf } from './kind.ts';

interface Options {
  readonly options: readonly string[];
}

/** One of a list, or one of a row of statements: "I agree". */
export const oneOf: Kind<Options> = {
  facts: { options: 'options' },
  rules: ({ options }) => [['notAnOption', options]],
};

/** As many of a list as fit. */
export const someOf: Kind<Options> = {
  ...oneOf,
  read: (values, { id }) => textsOf(values, id).filter((one) => one !== ''),
};

/** One tick: the answer is `yes` or absent. */
export const tick: Kind<object> = { facts: {}, rules: () => [['notAnOption', ['yes']]] };
