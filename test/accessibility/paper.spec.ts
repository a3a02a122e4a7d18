import { isOpen } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/site.ts';

/** One form of each sort that looks its own way on paper. */
const open = readForms().filter(({ definition }) => isOpen(definition));
const withScale = open.find(({ definition }) =>
  definition.pages.some(({ questions }) => questions.some(({ kind }) => kind === 'scale')),
);
const ids = [...new Set(['derby-self', 'swk-self', 'derby-equality', withScale?.definition.id ?? 'derby-self'])];

for (const lang of ['en', 'ar']) {
  test(`[G2] [G29] paper forms and call scripts in ${lang} pass axe, in plain and in large print`, async ({
    page,
    site,
  }) => {
    test.slow();
    const found: string[] = [];
    for (const path of ids.flatMap((id) => [`${id}/paper/`, `${id}/paper/#large-print`, `${id}/call/`])) {
      await page.goto(`${site.url}/${lang}/forms/${path}`);
      found.push(...(await violations(page, { colours: lang === 'en' })).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
}
