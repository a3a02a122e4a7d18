import type { Step } from '#core/forms/edit/step.ts';

export type MoveTo = Extract<Step, { do: 'moveTo' }>;

/** Where what is dragged would go: beside this entry of the outline, or on this page as its first question. */
export interface Drop {
  readonly target: HTMLElement;
  readonly side: 'before' | 'after' | 'first';
}

/** The place under the pointer; nothing where what is dragged may not stand. */
export function dropAt(item: HTMLElement, under: Element, y: number): Drop | undefined {
  const entry = under.closest<HTMLElement>('[data-drag]');
  const page = entry?.closest<HTMLElement>('[data-drag="page"]');
  if (!entry || !page) return undefined;
  if (item.dataset['drag'] === 'page') return beside(page, y);
  // Shared pages and end pages take no questions.
  if (!('takes' in page.dataset)) return undefined;
  return entry === page ? { target: page, side: 'first' } : beside(entry, y);
}

function beside(target: HTMLElement, y: number): Drop {
  const { top, height } = target.getBoundingClientRect();
  return { target, side: y < top + height / 2 ? 'before' : 'after' };
}

/** The step that brings it there; nothing where it is already. */
export function moveOf(item: HTMLElement, { target, side }: Drop): MoveTo | undefined {
  const id = item.dataset['id'] ?? '';
  const before = side === 'before' ? target.previousElementSibling : target;
  const after = side === 'first' ? undefined : (before as HTMLElement | null)?.dataset['id'];
  const place = after === undefined ? ({ first: true } as const) : { after };
  if (item.dataset['drag'] === 'page')
    return stays(item, target, after) ? undefined : { do: 'moveTo', what: 'page', id, ...place };
  const page = target.closest<HTMLElement>('[data-drag="page"]');
  if (!page || stays(item, side === 'first' ? page.querySelector('[data-drag="question"]') : target, after))
    return undefined;
  return { do: 'moveTo', what: 'question', id, page: page.dataset['id'] ?? '', ...place };
}

/** Whether it stands right there: after itself, or after the one that it follows now. */
function stays(item: HTMLElement, target: Element | null, after: string | undefined): boolean {
  if (item.parentElement !== target?.parentElement) return false;
  const { id } = item.dataset;
  const follows = (item.previousElementSibling as HTMLElement | null)?.dataset['id'];
  return after === id || after === follows;
}
