import type { FoundComparison, FoundCondition } from './found.ts';

/**
 * Reads the conditions of SurveyJS (`{q} = 'x' and {r} anyof ['a']`) and of XLSForm (`${q} = 'x' and selected(${r}, 'a')`).
 * They are read, never run: nothing where there is more in them than comparisons of an answer with fixed values.
 */
export function readExpression(text: string): FoundCondition | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const reader = new ExpressionReader(tokens);
  const condition = reader.either(0);
  return condition && reader.isAtEnd ? condition : undefined;
}

type Token =
  | { readonly is: 'name' | 'text' | 'word' | 'mark'; readonly value: string }
  | { readonly is: 'number'; readonly value: string };

const MOST_LETTERS = 4_000;
const MOST_DEEP = 40;
const TOKEN =
  /\s*(?:\$?\{\s*([^{}]+?)\s*\}|'([^']*)'|"([^"]*)"|‘([^’]*)’|(-?\d+(?:\.\d+)?)|([A-Za-z][\w:-]*)|(<=|>=|<>|!=|==|&&|\|\||[=<>!()[\],]))/y;

function tokensOf(text: string): readonly Token[] | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const tokens: Token[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const found = TOKEN.exec(trimmed);
    if (!found) return undefined;
    const [, name, single, double, curly, number, word, mark] = found;
    const quoted = single ?? double ?? curly;
    if (name !== undefined) tokens.push({ is: 'name', value: name });
    else if (quoted !== undefined) tokens.push({ is: 'text', value: quoted });
    else if (number !== undefined) tokens.push({ is: 'number', value: number });
    else if (word !== undefined) tokens.push({ is: 'word', value: word.toLowerCase() });
    else tokens.push({ is: 'mark', value: mark ?? '' });
  }
  return tokens;
}

type Compared = 'is' | 'isNot' | 'contains' | 'lacks' | 'anyOf' | 'noneOf' | 'allOf' | FoundComparison['does'];

const OPERATORS: { readonly [written: string]: Compared } = {
  '=': 'is',
  '==': 'is',
  equal: 'is',
  equals: 'is',
  '!=': 'isNot',
  '<>': 'isNot',
  notequal: 'isNot',
  '>': 'moreThan',
  greater: 'moreThan',
  '>=': 'atLeast',
  greaterorequal: 'atLeast',
  '<': 'lessThan',
  less: 'lessThan',
  '<=': 'atMost',
  lessorequal: 'atMost',
  contains: 'contains',
  contain: 'contains',
  notcontains: 'lacks',
  notcontain: 'lacks',
  anyof: 'anyOf',
  noneof: 'noneOf',
  allof: 'allOf',
  empty: 'empty',
  notempty: 'answered',
};
const TURNED: { readonly [does: string]: Compared } = {
  moreThan: 'lessThan',
  lessThan: 'moreThan',
  atLeast: 'atMost',
  atMost: 'atLeast',
};

class ExpressionReader {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#place === this.#tokens.length;
  }

  either(depth: number): FoundCondition | undefined {
    return this.#row(['or', '||'], 'any', () => this.#both(depth));
  }

  #both(depth: number): FoundCondition | undefined {
    return this.#row(['and', '&&'], 'all', () => this.#one(depth));
  }

  #row(
    joins: readonly string[],
    how: 'any' | 'all',
    read: () => FoundCondition | undefined,
  ): FoundCondition | undefined {
    const parts: FoundCondition[] = [];
    do {
      const part = read();
      if (!part) return undefined;
      parts.push(part);
    } while (this.#takes(joins));
    const [first, ...others] = parts;
    if (!first || others.length === 0) return first;
    return how === 'any' ? { any: parts } : { all: parts };
  }

  #one(depth: number): FoundCondition | undefined {
    if (depth > MOST_DEEP) return undefined;
    if (this.#takes(['not', '!'])) {
      const inner = this.#one(depth + 1);
      return inner && { not: inner };
    }
    if (this.#takes(['('])) {
      const inner = this.either(depth + 1);
      return inner && this.#takes([')']) ? inner : undefined;
    }
    const word = this.#peek('word');
    if (word !== undefined && this.#tokens[this.#place + 1]?.value === '(') return this.#call(word);
    return this.#comparison();
  }

  /** `selected(${q}, 'x')`, and `count-selected(${q}) >= 2`. */
  #call(name: string): FoundCondition | undefined {
    this.#place += 2;
    const asks = this.#take('name');
    if (asks === undefined) return undefined;
    if (name === 'selected') {
      if (!this.#takes([','])) return undefined;
      const value = this.#value();
      return value !== undefined && this.#takes([')']) ? { asks, does: 'contains', values: [value] } : undefined;
    }
    if (name !== 'count-selected' || !this.#takes([')'])) return undefined;
    const operator = this.#operator();
    const count = Number(this.#take('number'));
    if (!Number.isSafeInteger(count)) return undefined;
    return ofCount(asks, operator, count);
  }

  #comparison(): FoundCondition | undefined {
    const isTurned = this.#peek('name') === undefined;
    const values = isTurned ? this.#values() : undefined;
    const asked = isTurned ? undefined : this.#take('name');
    const operator = this.#operator();
    if (operator === undefined) return undefined;
    if (!isTurned && asked !== undefined) {
      if (operator === 'empty' || operator === 'answered') return { asks: asked, does: operator, values: [] };
      const right = this.#values();
      return right && said(asked, operator, right);
    }
    const asks = this.#take('name');
    return asks === undefined || !values ? undefined : said(asks, TURNED[operator] ?? operator, values);
  }

  #operator(): Compared | undefined {
    const token = this.#tokens[this.#place];
    if (token?.is !== 'mark' && token?.is !== 'word') return undefined;
    const operator = Object.hasOwn(OPERATORS, token.value) ? OPERATORS[token.value] : undefined;
    if (operator) this.#place += 1;
    return operator;
  }

  #values(): readonly string[] | undefined {
    if (!this.#takes(['['])) {
      const value = this.#value();
      return value === undefined ? undefined : [value];
    }
    const values: string[] = [];
    do {
      const value = this.#value();
      if (value === undefined) return undefined;
      values.push(value);
    } while (this.#takes([',']));
    return this.#takes([']']) ? values : undefined;
  }

  /** A fixed value: a text, a number, `true`, XLSForm's `true()`. */
  #value(): string | undefined {
    const word = this.#peek('word');
    if (word === 'true' || word === 'false') {
      this.#place += 1;
      if (this.#takes(['(']) && !this.#takes([')'])) return undefined;
      return word;
    }
    return this.#take('text') ?? this.#take('number');
  }

  #takes(values: readonly string[]): boolean {
    const token = this.#tokens[this.#place];
    const isIt = (token?.is === 'mark' || token?.is === 'word') && values.includes(token.value);
    if (isIt) this.#place += 1;
    return isIt;
  }

  #peek(is: Token['is']): string | undefined {
    const token = this.#tokens[this.#place];
    return token?.is === is ? token.value : undefined;
  }

  #take(is: Token['is']): string | undefined {
    const value = this.#peek(is);
    if (value !== undefined) this.#place += 1;
    return value;
  }
}

function ofCount(asks: string, operator: Compared | undefined, count: number): FoundCondition | undefined {
  const least = (number: number): FoundCondition => ({ asks, does: 'countAtLeast', values: [String(number)] });
  const most = (number: number): FoundCondition => ({ asks, does: 'countAtMost', values: [String(number)] });
  switch (operator) {
    case 'atLeast':
      return least(count);
    case 'moreThan':
      return least(count + 1);
    case 'atMost':
      return most(count);
    case 'lessThan':
      return most(count - 1);
    case 'is':
      return { all: [...(count > 0 ? [least(count)] : []), most(count)] };
    default:
      return undefined;
  }
}

function said(asks: string, operator: Compared, values: readonly string[]): FoundCondition | undefined {
  // `${q} = ''` is how XLSForm says "not answered".
  const isEmpty = values.length === 1 && values[0] === '';
  switch (operator) {
    case 'is':
      return isEmpty ? { asks, does: 'empty', values: [] } : { asks, does: 'equals', values };
    case 'isNot':
      return isEmpty ? { asks, does: 'answered', values: [] } : { not: { asks, does: 'equals', values } };
    case 'contains':
    case 'anyOf':
      return { asks, does: 'contains', values };
    case 'lacks':
    case 'noneOf':
      return { not: { asks, does: 'contains', values } };
    default:
      return { asks, does: operator as FoundComparison['does'], values };
  }
}
