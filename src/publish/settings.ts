import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

const settings = z.strictObject({
  /** Whose site this is; null: not yet provided. */
  owner: z.string().nullable(),
  approvedOn: z.iso.date().nullable(),
  /** The numbers of the "not for emergencies" panel. */
  crisis: z.array(z.strictObject({ id: z.enum(['danger', 'urgent']), telephone: z.string() })),
  /** Receiving services that belong to no programme alone: complaints, the site itself. */
  recipients: z.array(z.string()).default([]),
  /** Where "leave this site quickly" goes: a page that says nothing about its reader. */
  quickExit: z.strictObject({ name: z.string(), href: z.url() }),
});

/** What is true of the whole site: owner, approval, emergency numbers. */
export function siteSettings(): z.infer<typeof settings> {
  return readYaml('content/site.yaml', settings);
}
