import type { PublishedForm } from '#core/forms/definition.ts';

/** What the builder tells the page that shows a form: always within this site. */
export interface ShowForm {
  readonly wayin: 'showForm';
  readonly form: PublishedForm;
  readonly language: string;
}

/** What that page says once it can show something. */
export interface Ready {
  readonly wayin: 'previewReady';
}

export function isShowForm(data: unknown): data is ShowForm {
  return typeof data === 'object' && data !== null && (data as ShowForm).wayin === 'showForm';
}

export function isReady(data: unknown): data is Ready {
  return typeof data === 'object' && data !== null && (data as Ready).wayin === 'previewReady';
}
