import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedForm } from '#core/forms/definition.ts';
import { SHELL_FORM, SHELL_INTRO, SHELL_TITLE, shellKind } from '#i18n/form-shell.ts';

/** The page around a form, as built: a form drawn anew is put in its place. */
export type Frame = (published: PublishedForm, language: string) => Promise<string>;

/** `isMade`: a form that was published after the build, whose page is a shell. */
export function framesOf(site: string, isMade: (form: string) => boolean): Frame {
  return async (published, language) => {
    const built = join(site, language, 'forms', published.definition.id, 'index.html');
    if (!isMade(published.definition.id) || !existsSync(shellFile(site, published, language))) {
      return readFile(built, 'utf8');
    }
    return filled(await readFile(shellFile(site, published, language), 'utf8'), published, language);
  };
}

function shellFile(site: string, { definition, text }: PublishedForm, language: string): string {
  const kind = shellKind({
    isCrisis: definition.crisisPanel,
    isOnePage: definition.layout === 'one-page',
    isOtherLanguage: text[language] === undefined,
  });
  return join(site, 'wayin', 'form-shell', language, kind, 'index.html');
}

function filled(shell: string, { definition, text }: PublishedForm, language: string): string {
  const words = text[language] ?? text['en'];
  if (!words) throw new Error(`${definition.id} has no English words`);
  const intro = words.intro.map((line) => `<p>${escaped(line)}</p>`).join('');
  return shell
    .replaceAll(`<p>${SHELL_INTRO}</p>`, () => intro)
    .replaceAll(SHELL_TITLE, () => escaped(words.title))
    .replaceAll(SHELL_FORM, () => definition.id);
}

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
