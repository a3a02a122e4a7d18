import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Comparison, comparisonsIn } from '#core/criteria/criterion.ts';
import { councilIn, onlyCouncils, type PostcodeSets } from '#core/directory/postcode-sets.ts';
import type { CheckerDefinition } from '#core/eligibility/definition.ts';
import type { CheckerWithParts } from '#core/eligibility/judge-all.ts';
import type { Surroundings } from '#core/eligibility/surroundings.ts';
import type { CheckerText } from '#core/eligibility/text.ts';
import { ContentProblem, readYaml } from '../read-yaml.ts';
import { type ReadChecker, readChecker } from './read-checkers.ts';

/** A checker with its parts, and the words of all of them in one language. English stands in where one is missing. */
export interface CheckerIn extends CheckerWithParts {
  readonly text: CheckerText;
  readonly textLang: string;
  /** Words by checker id, this one's among them. */
  readonly texts: { readonly [checker: string]: CheckerText };
}

/** A checker in a language. */
export function checkerIn(lang: string, id: string, root = '.'): CheckerIn {
  const own = readChecker(id, root);
  const parts = own.definition.parts.map(({ checker }) => readChecker(checker, root));
  const textLang = lang in own.text ? lang : 'en';
  const texts = Object.fromEntries([own, ...parts].map((one) => [one.definition.id, wordsOf(one, lang)]));
  return {
    definition: own.definition,
    parts: Object.fromEntries(parts.map(({ definition }) => [definition.id, definition])),
    text: wordsOf(own, lang),
    textLang,
    texts,
  };
}

function wordsOf({ folder, text }: ReadChecker, lang: string): CheckerText {
  const words = text[lang] ?? text['en'];
  if (!words) throw new ContentProblem(folder, 'text.en', 'The English text is missing.', 'Add text.en.yaml.');
  return words;
}

/** The names of the programmes, as blanks of a checker's words: `{{derby}}`, `{{southwark_works}}`. */
export function programmeBlanks(lang: string, checker: CheckerIn, root = '.'): { readonly [blank: string]: string } {
  const ids = [checker.definition, ...Object.values(checker.parts)].flatMap(({ programmes }) => programmes);
  return Object.fromEntries(ids.map((id) => [id.replaceAll('-', '_'), programmeName(id, lang, root)]));
}

const named = z.object({ name: z.string().min(1) });

function programmeName(id: string, lang: string, root: string): string {
  const fileIn = (code: string) => join(root, 'content/programmes', id, `text.${code}.yaml`);
  return readYaml(existsSync(fileIn(lang)) ? fileIn(lang) : fileIn('en'), named).name;
}

const POSTCODES = 'content/postcodes/gb.json';
let sets: PostcodeSets | undefined;

/** The postcode sets of all councils. Written by `wayin postcodes`. */
export function postcodeSets(root = '.'): PostcodeSets {
  sets ??= JSON.parse(readFileSync(join(root, POSTCODES), 'utf8')) as PostcodeSets;
  return sets;
}

/** What a checker is told besides the answers, for programs that have all the sets. */
export function surroundingsOn(today: string, root = '.'): Surroundings {
  return { today, councilOf: (postcode) => councilIn(postcodeSets(root), postcode) };
}

/** The councils (LAD codes) that a checker and its parts tell apart. */
export function councilsIn({ definition, parts }: CheckerWithParts): readonly string[] {
  return [...new Set([definition, ...Object.values(parts)].flatMap(councilsNamed))].sort();
}

function councilsNamed({ facts, criteria, parts, steps }: CheckerDefinition): readonly string[] {
  const councilFacts = facts.filter((fact) => 'councilOf' in fact).map(({ id }) => id);
  const all = [
    ...Object.values(criteria),
    ...Object.values(steps).flatMap(({ when }) => when ?? []),
    ...parts.flatMap(({ set }) => set.flatMap((one) => ('when' in one && one.when ? [one.when] : []))),
  ];
  return all
    .flatMap(comparisonsIn)
    .filter(({ question }) => councilFacts.includes(question))
    .flatMap(optionsNamed);
}

function optionsNamed(one: Comparison): readonly string[] {
  if ('is' in one) return [one.is];
  return 'isOneOf' in one ? one.isOneOf : [];
}

/** The part of the sets that a checker's page takes; undefined when it asks for no postcode. */
export function postcodesFor(checker: CheckerWithParts): PostcodeSets | undefined {
  const asks = checker.definition.questions.some(({ kind }) => kind === 'postcode');
  const councils = councilsIn(checker);
  return asks && councils.length > 0 ? onlyCouncils(postcodeSets(), councils) : undefined;
}
