import { groupsOf } from '../../compose.ts';
import type { FormTextSource } from '../../parse-form.ts';
import type { Finding } from '../finding.ts';
import { neededWords } from '../needed-words.ts';
import { own } from '../own.ts';
import type { TextKey } from '../text-key.ts';
import { keysIn, wordsAt } from '../words.ts';
import { atQuestion, atWords, found, type Look } from './look.ts';

/** Words that are missing, in the language the form is written in or in a translation, and those that are out of date. */
export function ofWords(look: Look): readonly Finding[] {
  const { files, languages, text } = look;
  const { sourceLanguage } = files;
  const needed = neededWords(files, text);
  const silent = needed.filter((key) => wordsAt(text, key) === undefined);
  return [
    ...silent.map((key) => found('noWords', atWords(sourceLanguage, key), { key })),
    ...reasons(look),
    ...sharedOptions(look),
    ...languages.flatMap((language) => [
      ...ofGroups(look, language),
      ...(language === sourceLanguage ? [] : ofTranslation(look, language, files.texts[language] ?? text, needed)),
    ]),
  ];
}

/** A required question says why. */
function reasons({ ownQuestions, questions, text, known, files }: Look): readonly Finding[] {
  const silent = ownQuestions.filter(
    ({ id, required }) => required && wordsAt(text, `questions.${id}.why`) === undefined,
  );
  const shared = [...questions].filter(([id, { question, use }]) => {
    if (use === undefined || !question.required) return false;
    const words = own(own(known.groupTexts[files.sourceLanguage], use)?.questions, id);
    return wordsAt(text, `questions.${id}.why`) === undefined && words !== undefined && !words.why;
  });
  return [...silent.map(({ id }) => id), ...shared.map(([id]) => id)].map((id) => found('noReason', atQuestion(id)));
}

/** Options that a form gives a shared question are worded by the group, or by the form. */
function sharedOptions({ questions, files, known, languages }: Look): readonly Finding[] {
  return [...questions].flatMap(([id, { question, use }]) => {
    const { options } = question as { readonly options?: readonly string[] };
    if (use === undefined || !options) return [];
    return languages.flatMap((language) => {
      const group = own(known.groupTexts[language], use);
      if (!group) return [];
      const words = own(group.questions, id)?.options;
      const scale = question.kind === 'scale' ? { ...group.scale, ...files.texts[language]?.scale } : {};
      return options
        .map((option): [string, TextKey] => [option, `questions.${id}.options.${option}`])
        .filter(([option, key]) => !own(words, option) && !own(scale, option) && !wordsAt(files.texts[language], key))
        .map(([, key]) => found('noWords', atWords(language, key), { key }));
    });
  });
}

function ofGroups({ files, known }: Look, language: string): readonly Finding[] {
  const used = [...new Set(groupsOf(files.source))].filter((group) => known.groups.has(group));
  return used
    .filter((group) => !own(known.groupTexts[language], group))
    .map((group) => found('groupNotTranslated', { what: 'language', language }, { group, language }));
}

function ofTranslation(
  { files, text }: Look,
  language: string,
  words: FormTextSource,
  needed: readonly TextKey[],
): readonly Finding[] {
  const inSource = keysIn(text);
  const wanted = new Set<TextKey>([...inSource, ...needed]);
  const translated: { readonly [key: string]: string | undefined } | undefined = files.translated?.[language];
  return [
    ...[...wanted].flatMap((key): Finding[] => {
      const source = wordsAt(text, key);
      const here = wordsAt(words, key);
      if (here === undefined) {
        return source === undefined ? [] : [found('notTranslated', atWords(language, key), { key, source })];
      }
      if (source === undefined) return [];
      const was = own(translated, key);
      const stale = was !== undefined && was !== source;
      return [
        ...(stale ? [found('staleWords', atWords(language, key), { key, source, was })] : []),
        ...ofBlanks(language, key, source, here),
      ];
    }),
    ...keysIn(words)
      .filter((key) => !wanted.has(key))
      .map((key) =>
        found('wordsLeftOver', atWords(language, key), { key }, [{ do: 'setWords', language, at: key, text: '' }]),
      ),
  ];
}

const BLANK = /\{{1,2}\s*(\w+)\s*\}{1,2}/g;
const blanksIn = (text: string) => [...text.matchAll(BLANK)].map(([, name = '']) => name);

function ofBlanks(language: string, key: TextKey, source: string, words: string): readonly Finding[] {
  const [wanted, given] = [blanksIn(source), blanksIn(words)];
  const differ = [...wanted.filter((one) => !given.includes(one)), ...given.filter((one) => !wanted.includes(one))];
  return differ.length === 0 ? [] : [found('blanksDiffer', atWords(language, key), { key, blanks: differ })];
}
