import type { Provider, Telephone } from '#core/directory/oruk/listing.ts';
import type { Programme } from '../collections/programme.ts';
import { organisationsIn } from '../directory.ts';
import { programmesIn } from '../queries.ts';
import { uuidOf } from './ids.ts';

type Contacts = Programme['contacts'];

/** How to reach somebody, as far as feeds can say it. What is not yet provided is absent. */
export interface Reach {
  readonly telephones: readonly Telephone[];
  readonly email?: string;
  readonly web?: string;
}

/** Who offers things: every programme and every organisation, by our own id. */
export function providers(lang: string): ReadonlyMap<string, { readonly provider: Provider; readonly reach: Reach }> {
  const programmes = programmesIn(lang).map(
    ({ facts, text }) => [facts.id, facts.contacts, text.name, [text.oneLine, ...text.about]] as const,
  );
  const organisations = organisationsIn(lang).map(
    ({ facts, text }) =>
      [
        facts.id,
        facts.contacts,
        text.name,
        [text.oneLine, ...text.helpsWith, ...(text.relation === undefined ? [] : [text.relation])],
      ] as const,
  );
  return new Map(
    [...programmes, ...organisations].map(([id, contacts, name, about]) => {
      const reach = toReach(contacts);
      const { email, web } = reach;
      const provider = {
        id: uuidOf(`organisation/${id}`),
        name,
        about: about.join('\n'),
        ...(email === undefined ? {} : { email }),
        ...(web === undefined ? {} : { web }),
      };
      return [id, { provider, reach }];
    }),
  );
}

/** The contacts of a programme or an organisation. */
export function toReach({ landline, otherPhone, minicom, textMessage, email, web }: Contacts): Reach {
  const numbers = [
    { number: landline, kind: 'voice' },
    { number: otherPhone, kind: 'voice' },
    { number: minicom, kind: 'textphone' },
    { number: textMessage, kind: 'text' },
  ];
  return {
    telephones: numbers.flatMap(({ number, kind }) => (number === null ? [] : [{ number, kind }])),
    ...(email === null ? {} : { email }),
    ...(web !== null && /^https?:\/\/\S+$/.test(web) ? { web } : {}),
  };
}
