import type { FormText, PublishedForm } from '#core/forms/definition.ts';
import { SHELL_FORM, SHELL_INTRO, SHELL_TITLE, shellKind } from '#i18n/form-shell.ts';

/** The shells of a language, for forms with and without each trait. */
export function formShells(lang: string): readonly { readonly kind: string; readonly published: PublishedForm }[] {
  const either = [false, true];
  return either.flatMap((isCrisis) =>
    either.flatMap((isOnePage) =>
      either
        .filter((isOtherLanguage) => !isOtherLanguage || lang !== 'en')
        .map((isOtherLanguage) => ({
          kind: shellKind({ isCrisis, isOnePage, isOtherLanguage }),
          published: shell(isCrisis, isOnePage, isOtherLanguage ? 'en' : lang),
        })),
    ),
  );
}

function shell(crisisPanel: boolean, isOnePage: boolean, language: string): PublishedForm {
  const text: FormText = { title: SHELL_TITLE, intro: [SHELL_INTRO], recipients: {}, pages: {}, questions: {} };
  return {
    definition: {
      id: SHELL_FORM,
      system: 'all',
      kind: 'submission',
      audience: 'resident',
      promise: 'none',
      privacyNotice: '',
      crisisPanel,
      ...(isOnePage ? { layout: 'one-page' } : {}),
      routes: [],
      pages: [],
    },
    version: '',
    text: { [language]: text },
  };
}
