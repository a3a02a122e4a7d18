/** What the operator gave is wrong: one line with the cure, exit 1. */
export class WrongInput extends Error {
  override readonly name = 'WrongInput';
}

/** The command was called in a way it does not have: usage, exit 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}
