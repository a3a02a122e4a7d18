import type { Place } from './finding.ts';
import type { TextKey } from './text-key.ts';
import { type Labels, textIn, type Version } from './version.ts';
import type { Difference } from './versions.ts';
import { keysIn, wordsAt } from './words.ts';

/** Sentences of what is there before and now; of what came or went, that alone is said. And languages that came or went. */
export function reworded(before: Version, now: Version, sourceLanguage: string, labels: Labels): readonly Difference[] {
  const languages = [...new Set([...Object.keys(before.text), ...Object.keys(now.text)])];
  const stays = stayingIn(before, now);
  return languages.flatMap((language): readonly Difference[] => {
    const [was, is] = [textIn(before, language), textIn(now, language)];
    const at: Place = { what: 'language', language };
    if (!was) return [{ code: 'languageAdded', at, params: { label: labels.title, language } }];
    if (!is) return [{ code: 'languageRemoved', at, params: { label: labels.title, language } }];
    const keys = [...new Set([...keysIn(is), ...keysIn(was)])].filter(stays);
    return keys.flatMap((key): readonly Difference[] => {
      const [old = '', fresh = ''] = [wordsAt(was, key), wordsAt(is, key)];
      if (old === fresh) return [];
      const code = language === sourceLanguage ? 'reworded' : 'translated';
      const params = { label: labelOf(key, labels), language, key, was: old, now: fresh };
      return [{ code, at: { what: 'words', language, key }, params }];
    });
  });
}

function labelOf(key: TextKey, labels: Labels): string {
  const [part, id = ''] = key.split('.');
  if (part === 'pages') return labels.page(id);
  return part === 'questions' ? labels.question(id) : labels.title;
}

/** Whether the thing a sentence belongs to is in both versions. */
function stayingIn(before: Version, now: Version): (key: TextKey) => boolean {
  const [old, fresh] = [thingsIn(before), thingsIn(now)];
  return (key) => {
    const [part = '', id = '', word = '', option = ''] = key.split('.');
    if (!['recipients', 'pages', 'questions'].includes(part)) return true;
    const thing = word === 'options' ? `${part}.${id}.options.${option}` : `${part}.${id}`;
    return old.has(thing) && fresh.has(thing);
  };
}

function thingsIn({ definition }: Version): ReadonlySet<string> {
  return new Set([
    ...definition.routes.map(({ recipient }) => `recipients.${recipient}`),
    ...definition.pages.flatMap(({ id, questions }) => [
      `pages.${id}`,
      ...questions.flatMap((one) => {
        const options = 'options' in one ? one.options : [];
        return [`questions.${one.id}`, ...options.map((option) => `questions.${one.id}.options.${option}`)];
      }),
    ]),
  ]);
}
