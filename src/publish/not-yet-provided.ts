import type { AstroIntegration } from 'astro';
import { readContent, type SiteContent } from './read-content.ts';

/** What a programme must have before it is used for real and does not yet: contacts and hours, by programme (E16). */
export function notYetProvided({ programmes }: Pick<SiteContent, 'programmes'>): readonly string[] {
  return programmes.flatMap(({ facts }) => {
    const { landline, minicom, email, address } = facts.contacts;
    const empty = Object.entries({ landline, minicom, email, address }).filter(([, value]) => value === null);
    const names = [...empty.map(([name]) => `contacts.${name}`), ...(facts.hours.length === 0 ? ['hours'] : [])];
    return names.length === 0 ? [] : [`content/programmes/${facts.id}/programme.yaml: ${names.join(', ')}`];
  });
}

/** Says after each build what the site shows as "not yet provided". */
export function reportNotYetProvided(): AstroIntegration {
  return {
    name: 'way-in-not-yet-provided',
    hooks: {
      'astro:build:done': ({ logger }) => {
        for (const line of notYetProvided(readContent())) logger.warn(`not yet provided: ${line}`);
      },
    },
  };
}
