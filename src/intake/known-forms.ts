import type { PublishedForm } from '#core/forms/definition.ts';
import type { Shelf } from './shelf/shelf.ts';

/** The forms that submissions may be made on. */
export interface KnownForms {
  /** `unknownForm` if no version of it is known, `unknownFormVersion` if only others are. */
  find(id: string, version: string): PublishedForm | 'unknownForm' | 'unknownFormVersion';
  /** One more, published while the site is served. It is on the shelf already. */
  add(form: PublishedForm): void;
}

/**
 * Keeps the site's forms on the shelf and knows all versions there. An answer that waited on a phone
 * while the form was published anew is still taken.
 */
export async function knownForms(
  published: readonly PublishedForm[],
  shelf: Shelf,
  keptAt: string,
): Promise<KnownForms> {
  for (const form of published) await shelf.keepForm(form, keptAt);

  const versions = new Map<string, Map<string, PublishedForm>>();
  const add = (form: PublishedForm) => {
    const { id } = form.definition;
    versions.set(id, (versions.get(id) ?? new Map()).set(form.version, form));
  };
  for await (const form of shelf.forms()) add(form);
  return {
    add,
    find: (id, version) => versions.get(id)?.get(version) ?? (versions.has(id) ? 'unknownFormVersion' : 'unknownForm'),
  };
}
