/** The parts of the editor, each with an address: `#<draft>/check`. */
export const VIEWS = ['questions', 'preview', 'check', 'paths', 'languages', 'files', 'publish'] as const;
export type View = (typeof VIEWS)[number];

export interface Address {
  readonly draft?: string;
  readonly view: View;
}

/** What the address names: a draft and a part, or neither. */
export function readAddress(hash: string): Address {
  const [draft = '', view = ''] = hash.replace(/^#/, '').split('/');
  const known = VIEWS.find((one) => one === view) ?? 'questions';
  return /^d-[a-z0-9]{1,40}$/.test(draft) ? { draft, view: known } : { view: known };
}

export function toHash(draft: string, view: View = 'questions'): string {
  return view === 'questions' ? `#${draft}` : `#${draft}/${view}`;
}
