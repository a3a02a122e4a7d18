import { type Groups, questionsOn } from '#core/forms/edit/find.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import type { Chosen } from '../editing.ts';

/** Everything that can be chosen, in order: the form, each page, its questions. */
export function placesIn({ source }: FormFiles, groups: Groups): readonly Chosen[] {
  const keys = pageKeys(source.pages);
  return [
    { at: 'form' },
    ...source.pages.flatMap((page, at): readonly Chosen[] => [
      { at: 'page', page: keys[at] ?? '' },
      ...questionsOn(page, groups).map(({ id }): Chosen => ({ at: 'question', question: id })),
    ]),
  ];
}

export const isSame = (one: Chosen, other: Chosen) => JSON.stringify(one) === JSON.stringify(other);

/** What is chosen once something is gone: what stood before it. */
export function neighbour(files: FormFiles, groups: Groups, gone: Chosen): Chosen {
  const places = placesIn(files, groups);
  return places[places.findIndex((one) => isSame(one, gone)) - 1] ?? { at: 'form' };
}

/** Whether what was chosen is still there, after an undo for example. */
export function stillThere(files: FormFiles, groups: Groups, chosen: Chosen): boolean {
  if (chosen.at === 'newPage') return true;
  if (chosen.at === 'newQuestion') return pageKeys(files.source.pages).includes(chosen.page);
  return placesIn(files, groups).some((one) => isSame(one, chosen));
}

/** Where an author begins: in a form that asks nothing yet at its page, where the first question goes. */
export function firstChosen({ source }: FormFiles, groups: Groups): Chosen {
  const asks = source.pages.some((page) => questionsOn(page, groups).length > 0);
  const [first] = pageKeys(source.pages);
  return asks || first === undefined ? { at: 'form' } : { at: 'page', page: first };
}
