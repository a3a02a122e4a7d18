/** The texts of one namespace, nested or not, in i18next's JSON format. */
export type Messages = { readonly [key: string]: string | Messages };

/** A language's texts by namespace: `site`, `form`, `outbox`, `intake`. */
export type Catalogue = { readonly [namespace: string]: Messages };

/** The texts of a namespace without nesting: `nav.home`. */
export function flatten(messages: Messages, before = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flatten(value, `${before}${key}.`),
  );
}
