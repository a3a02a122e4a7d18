import type { Answer, Answers } from '../criteria/criterion.ts';
import { isDay } from '../date-parts.ts';
import { parsePostcode } from '../directory/postcode.ts';
import { toWesternDigits } from '../forms/rules/numbers.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import { unreachable } from '../unreachable.ts';
import { parseDecimal } from './compute/decimal.ts';
import { type CheckerDefinition, type CheckerQuestion, NOT_SURE } from './definition.ts';

/** An answer that a checker cannot take, by its key. */
export type WrongAnswer =
  | { readonly code: 'unknownKey'; readonly key: string; readonly takes: readonly string[] }
  | {
      readonly code: 'notAnOption' | 'notAList';
      readonly key: string;
      readonly value: string;
      readonly takes: readonly string[];
    }
  | {
      readonly code: 'notANumber' | 'outOfRange';
      readonly key: string;
      readonly value: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly code: 'notMoney' | 'notADecimal' | 'notAPostcode' | 'notADate';
      readonly key: string;
      readonly value: string;
    };

/** Reads answers as another program gives them: `not-sure` and empty ones are not known. */
export function parseAnswers(
  checker: CheckerDefinition,
  given: { readonly [key: string]: unknown },
): Outcome<Answers, WrongAnswer> {
  const answers: Record<string, Answer> = {};
  for (const [key, value] of Object.entries(given)) {
    const question = checker.questions.find(({ id }) => id === key);
    if (!question) return bad({ code: 'unknownKey', key, takes: checker.questions.map(({ id }) => id) });
    const answer = parseAnswer(question, value);
    if (!answer.ok) return answer;
    answers[key] = answer.value;
  }
  return good(answers);
}

/** Reads one answer as typed, chosen or given. Numbers may be numbers; spaces and other digits are forgiven. */
export function parseAnswer(question: CheckerQuestion, value: unknown): Outcome<Answer, WrongAnswer> {
  const key = question.id;
  if (value === NOT_SURE) return good(NOT_SURE);
  if (question.kind === 'some-of') return parseList(question, value);
  const text =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? toWesternDigits(value.trim()) : undefined;
  const shown = text ?? JSON.stringify(value);
  if (text === undefined && question.kind !== 'one-of') return bad(wrongShape(question, shown));

  switch (question.kind) {
    case 'one-of':
      return text !== undefined && question.options.includes(text)
        ? good(text)
        : bad({ code: 'notAnOption', key, value: shown, takes: [...question.options, NOT_SURE] });
    case 'whole-number':
      return /^-?\d{1,9}$/.test(shown)
        ? inRange(question, String(Number(shown)), Number(shown))
        : bad(wrongShape(question, shown));
    case 'decimal': {
      const number = shown.replace(/\s?%$/, '').replace(',', '.');
      return parseDecimal(number) === undefined
        ? bad(wrongShape(question, shown))
        : inRange(question, number, Number(number));
    }
    case 'money': {
      const pounds = shown.replace(/^£\s?/, '').replace(',', '.');
      const amount = parseDecimal(pounds);
      return amount === undefined || amount < 0n ? bad(wrongShape(question, shown)) : good(pounds);
    }
    case 'postcode': {
      const postcode = parsePostcode(shown);
      return postcode.ok ? good(postcode.value) : bad(wrongShape(question, shown));
    }
    case 'date':
      return isDay(shown) ? good(shown) : bad(wrongShape(question, shown));
    default:
      return unreachable(question);
  }
}

function parseList(question: CheckerQuestion & { kind: 'some-of' }, value: unknown): Outcome<Answer, WrongAnswer> {
  if (!Array.isArray(value)) return bad(wrongShape(question, JSON.stringify(value)));
  const strange = value.find((one) => one !== NOT_SURE && !question.options.includes(one));
  if (strange === undefined) return good(value as string[]);
  const shown = typeof strange === 'string' ? strange : JSON.stringify(strange);
  return bad({ code: 'notAnOption', key: question.id, value: shown, takes: [...question.options, NOT_SURE] });
}

function inRange(
  { id: key, least, most }: CheckerQuestion & { least: number; most: number },
  text: string,
  number: number,
): Outcome<Answer, WrongAnswer> {
  return number >= least && number <= most ? good(text) : bad({ code: 'outOfRange', key, value: text, least, most });
}

function wrongShape(question: CheckerQuestion, value: string): WrongAnswer {
  const key = question.id;
  switch (question.kind) {
    case 'whole-number':
      return { code: 'notANumber', key, value, least: question.least, most: question.most };
    case 'decimal':
      return { code: 'notADecimal', key, value };
    case 'money':
      return { code: 'notMoney', key, value };
    case 'postcode':
      return { code: 'notAPostcode', key, value };
    case 'date':
      return { code: 'notADate', key, value };
    case 'one-of':
      return { code: 'notAnOption', key, value, takes: [...question.options, NOT_SURE] };
    case 'some-of':
      return { code: 'notAList', key, value, takes: question.options };
    default:
      return unreachable(question);
  }
}
