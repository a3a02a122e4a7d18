import { filesIn, offeredLanguages } from './content.ts';

export const languages = offeredLanguages();

/** Colours come from the style, the same in each language: they are looked at in the first of each direction. */
export function showsColours(code: string): boolean {
  const own = languages.find((language) => language.code === code);
  return languages.find(({ direction }) => direction === own?.direction) === own;
}

const folders = (pattern: string) => filesIn(pattern).map((path) => path.split('/').at(-2) ?? '');

export const serviceIds = folders('content/services/*/service.yaml');
export const formIds = folders('forms/*/form.json');
export const derbyServiceIds = serviceIds.filter((id) => id.startsWith('derby-'));
const textPageIds = folders('content/pages/*/page.yaml');

/** Every page a resident can open, without its language. */
export const paths: readonly string[] = [
  '/',
  '/services/',
  '/your-forms/',
  '/build/',
  '/accessibility/report/',
  ...serviceIds.map((id) => `/services/${id}/`),
  ...textPageIds.map((id) => `/${id}/`),
  ...formIds.map((id) => `/forms/${id}/`),
  ...folders('content/worksheets/*/worksheet.yaml').map((id) => `/worksheets/${id}/`),
].filter((path, place, all) => all.indexOf(path) === place);

/** One page of each kind. */
export const kinds = {
  home: '/',
  services: '/services/',
  service: '/services/lot3/',
  'help now': '/help-now/',
  'your forms': '/your-forms/',
  form: '/forms/derby-self/',
} as const;
