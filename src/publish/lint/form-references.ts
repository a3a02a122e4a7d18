import { join } from 'node:path';
import type { PublishedForm } from '#core/forms/definition.ts';
import { checkerIds } from '../checkers/read-checkers.ts';
import type { SiteContent } from '../read-content.ts';
import { broken, pathsOf } from '../references.ts';
import { siteSettings } from '../settings.ts';
import type { Fault } from './fault.ts';

/** Pages of lists and searches, whose addresses no single thing of the content gives. */
const LISTS = /^\/(find|timetable|organisations)\//;

/** What forms name that is not there: programmes, recipients, other forms, pages of the site. */
export function formReferences(forms: readonly PublishedForm[], content: SiteContent): readonly Fault[] {
  const { programmes } = content;
  const systems = new Set(['all', ...programmes.map(({ facts }) => facts.id)]);
  const recipients = new Set([...siteSettings().recipients, ...programmes.flatMap(({ facts }) => facts.recipients)]);
  // A form that is out of shape may be of any kind: its own fault is enough.
  const named = new Set(
    forms.filter(({ definition }) => definition.kind !== 'monitoring').map(({ definition }) => definition.id),
  );
  const monitoring = new Set(content.forms.filter((id) => !named.has(id)));
  const paths = formPaths(content);

  return forms.flatMap(({ definition }) => {
    const file = join('forms', definition.id, 'form.json');
    const check = (field: string, name: string, names: ReadonlySet<string>, kind: string) =>
      names.has(name) ? [] : [broken(file, field, name, names, kind)];
    return [
      ...check('system', definition.system, systems, 'programme'),
      ...(definition.monitoring === undefined
        ? []
        : check('monitoring', definition.monitoring, monitoring, 'form of kind "monitoring"')),
      ...definition.routes.flatMap(({ recipient }) => check('routes', recipient, recipients, 'recipient')),
      ...definition.pages.flatMap(({ id, links = [] }) =>
        links.flatMap(({ href }) =>
          LISTS.test(href) ? [] : check(`page "${id}", links`, href, paths, 'page of this site'),
        ),
      ),
    ];
  });
}

/** The pages that a form may lead to, besides those of lists and searches. */
export function formPaths(content: SiteContent): ReadonlySet<string> {
  return new Set([
    ...pathsOf(content),
    ...content.directory.areas.map(({ facts }) => `/areas/${facts.id}/`),
    ...content.directory.supportAreas.map(({ facts }) => `/support-areas/${facts.id}/`),
    ...checkerIds('.').map((id) => `/check/${id}/`),
    '/areas/',
    '/organisations/',
  ]);
}
