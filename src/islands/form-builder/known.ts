import { NOT_CHOSEN } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { BuilderData, FormGroups } from './builder-data.ts';

/** What a form is judged against here: what the site was built with. */
export function toKnown({ groups, content }: FormGroups, data: BuilderData): Known {
  const all = Object.entries(groups);
  const languages = data.languages.map(({ id }) => id);
  return {
    groups: new Map(all.map(([id, { source }]) => [id, source])),
    groupTexts: Object.fromEntries(
      languages.map((language) => [
        language,
        Object.fromEntries(all.flatMap(([id, { texts }]) => (texts[language] ? [[id, texts[language]]] : []))),
      ]),
    ),
    content,
    systems: ['all', ...data.programmes.map(({ id }) => id)],
    recipients: data.recipients.map(({ id }) => id).filter((id) => id !== NOT_CHOSEN),
    privacyNotices: data.notices.map(({ id }) => id),
    monitoringForms: data.monitoring.map(({ id }) => id),
    paths: new Set(data.paths),
    languages,
  };
}
