/** Words of the `form` namespace by key, blanks filled in. Given by the page, the browser or the intake. */
export type FormWords = (key: string, blanks?: { readonly [name: string]: string | number }) => string;
