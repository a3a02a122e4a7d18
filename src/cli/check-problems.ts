import type { WrongAnswer } from '#core/eligibility/check-answers.ts';

/** What is wrong with an answer, and the values it takes, on one line. */
export function sayWrongAnswer(given: WrongAnswer): string {
  const wrong = onOneLine(given);
  switch (wrong.code) {
    case 'unknownKey':
      return `"${wrong.key}" is not a key. The keys are: ${wrong.takes.join(', ') || 'none'}.`;
    case 'notAnOption':
      return `${wrong.key}: "${wrong.value}" is not a value. It takes: ${wrong.takes.join(', ')}.`;
    case 'notANumber':
      return `${wrong.key}: "${wrong.value}" is not a whole number. It takes: ${wrong.least} to ${wrong.most}, or not-sure.`;
    case 'outOfRange':
      return `${wrong.key}: "${wrong.value}" is out of range. It takes: ${wrong.least} to ${wrong.most}, or not-sure.`;
    case 'notMoney':
      return `${wrong.key}: "${wrong.value}" is not an amount. It takes: pounds as text, such as "13.15", or not-sure.`;
    case 'notADecimal':
      return `${wrong.key}: "${wrong.value}" is not a number. It takes: a number as text, such as "4.0", or not-sure.`;
    case 'notAPostcode':
      return `${wrong.key}: "${wrong.value}" is not a postcode. It takes: a whole UK postcode, such as "SE17 1RW", or not-sure.`;
    case 'notADate':
      return `${wrong.key}: "${wrong.value}" is not a date. It takes: an ISO date, such as "2026-04-02", or not-sure.`;
    case 'notAList':
      return `${wrong.key}: ${wrong.value} is not a list. It takes: a list of ${wrong.takes.join(', ')}, or not-sure.`;
    default:
      throw new Error(`Not a known problem: ${JSON.stringify(wrong satisfies never)}`);
  }
}

const LONGEST = 80;

/** What was given stays on the line, whatever it holds. */
function onOneLine<Wrong extends WrongAnswer>(wrong: Wrong): Wrong {
  const short = (text: string) => {
    const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  };
  return { ...wrong, key: short(wrong.key), ...('value' in wrong ? { value: short(wrong.value) } : {}) };
}
