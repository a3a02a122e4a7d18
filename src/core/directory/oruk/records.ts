import { bad, good, type Outcome } from '../../outcome.ts';
import { isRow, type Row } from './row.ts';

/** What a piece of a feed held. */
export type Found =
  /** A record. `within`: the fields that stood before it in the object whose list it is in. */
  | { readonly kind: 'record'; readonly record: Row; readonly within: Row }
  /** The end of an object that was no record itself: a page of a list, with what it says about itself. */
  | { readonly kind: 'page'; readonly page: Row };

export type Broken = 'notJson' | 'notRecords' | 'tooLong' | 'tooDeep' | 'cutOff' | 'empty';

/** Members whose value is a list of records. */
const LISTS = new Set(['contents', 'content', 'services']);
const MOST_LETTERS = 4_000_000;
const MOST_DEPTH = 64;

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

type Place =
  /** Between top values: JSON lines have many. */
  | 'top'
  /** In a list of records. */
  | 'list'
  /** In a top object, before a key. */
  | 'key'
  | 'colon'
  | 'value';

/**
 * Takes records out of JSON as it arrives, so that a feed is never whole in memory: a list, a page of a list, an organisation
 * with its services, JSON lines, or a single record. Once something is broken, everything is.
 */
export class RecordReader {
  #place: Place = 'top';
  #wants: 'value' | 'comma' | 'either' = 'either';
  #inObject = false;
  #streamed = false;
  #topIsList = false;
  #seenTop = 0;
  #members = new Map<string, unknown>();
  #key = '';
  /** The text of the value under way; nothing is under way when it is undefined. */
  #parts: string[] | undefined;
  #letters = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #isScalar = false;
  #found: Found[] = [];

  /** The records that end in this piece. */
  read(piece: string): Outcome<readonly Found[], Broken> {
    this.#found = [];
    let start = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (this.#parts === undefined) {
        if (isSpace(code)) continue;
        const problem = this.#structure(code);
        if (problem !== undefined) return bad(problem);
        start = at;
        continue;
      }
      const end = this.#inside(code);
      if (end === 'tooDeep') return bad('tooDeep');
      if (end === 'inside') continue;
      // A number or a word ends before the sign that follows it.
      const after = end === 'here' ? at + 1 : at;
      this.#parts.push(piece.slice(start, after));
      const problem = this.#finish() ?? (end === 'before' && !isSpace(code) ? this.#structure(code) : undefined);
      if (problem !== undefined) return bad(problem);
      start = at;
    }
    if (this.#parts !== undefined) {
      this.#parts.push(piece.slice(start));
      this.#letters += piece.length - start;
      if (this.#letters > MOST_LETTERS) return bad('tooLong');
    }
    return good(this.#found);
  }

  /** Whether the feed came to its end. A file of JSON lines that is cut between two lines cannot be told from a whole one. */
  end(): Outcome<true, Broken> {
    if (this.#parts !== undefined || this.#place !== 'top') return bad('cutOff');
    return this.#seenTop === 0 ? bad('empty') : good(true);
  }

  #inside(code: number): 'inside' | 'here' | 'before' | 'tooDeep' {
    if (this.#isScalar) {
      const isEnd = isSpace(code) || code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT || code === COLON;
      return isEnd ? 'before' : 'inside';
    }
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (code === BACKSLASH) this.#escaped = true;
      else if (code === QUOTE) {
        this.#inString = false;
        return this.#depth === 0 ? 'here' : 'inside';
      }
      return 'inside';
    }
    if (code === QUOTE) this.#inString = true;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) return 'tooDeep';
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      this.#depth -= 1;
      return this.#depth === 0 ? 'here' : 'inside';
    }
    return 'inside';
  }

  /** A sign between values. */
  #structure(code: number): Broken | undefined {
    switch (this.#place) {
      case 'top':
        if (this.#topIsList) return 'notJson';
        this.#seenTop += 1;
        if (code === OPEN_LIST) {
          if (this.#seenTop > 1) return 'notJson';
          this.#topIsList = true;
          return this.#enter('list', 'either');
        }
        if (code !== OPEN_OBJECT) return 'notRecords';
        this.#inObject = true;
        this.#streamed = false;
        this.#members = new Map();
        return this.#enter('key', 'either');
      case 'list':
        if (code === CLOSE_LIST) {
          if (this.#wants === 'value') return 'notJson';
          return this.#inObject ? this.#enter('key', 'comma') : this.#enter('top', 'either');
        }
        if (code === COMMA) return this.#comma();
        if (this.#wants === 'comma') return 'notJson';
        return this.#begin(code);
      case 'key':
        if (code === CLOSE_OBJECT) {
          if (this.#wants === 'value') return 'notJson';
          return this.#closeObject();
        }
        if (code === COMMA) return this.#comma();
        if (this.#wants === 'comma' || code !== QUOTE) return 'notJson';
        return this.#begin(code);
      case 'colon':
        return code === COLON ? this.#enter('value', 'value') : 'notJson';
      case 'value':
        if (code === OPEN_LIST && LISTS.has(this.#key)) {
          this.#streamed = true;
          return this.#enter('list', 'either');
        }
        return this.#begin(code);
    }
  }

  #enter(place: Place, wants: 'value' | 'comma' | 'either'): undefined {
    this.#place = place;
    this.#wants = wants;
    return undefined;
  }

  #comma(): Broken | undefined {
    if (this.#wants !== 'comma') return 'notJson';
    this.#wants = 'value';
    return undefined;
  }

  #begin(code: number): Broken | undefined {
    if (code === COMMA || code === COLON || code === CLOSE_LIST || code === CLOSE_OBJECT) return 'notJson';
    this.#parts = [];
    this.#letters = 0;
    this.#inString = code === QUOTE;
    this.#escaped = false;
    this.#depth = code === OPEN_OBJECT || code === OPEN_LIST ? 1 : 0;
    this.#isScalar = this.#depth === 0 && !this.#inString;
    return undefined;
  }

  #finish(): Broken | undefined {
    const text = (this.#parts ?? []).join('');
    this.#parts = undefined;
    const value = parse(text);
    if (!value.ok) return value.problem;
    if (this.#place === 'key') {
      this.#key = String(value.value);
      return this.#enter('colon', 'value');
    }
    if (this.#place === 'value') {
      this.#members.set(this.#key, value.value);
      return this.#enter('key', 'comma');
    }
    if (!isRow(value.value)) return 'notRecords';
    this.#found.push({ kind: 'record', record: value.value, within: Object.fromEntries(this.#members) });
    return this.#enter('list', 'comma');
  }

  #closeObject(): undefined {
    const fields = Object.fromEntries(this.#members);
    this.#found.push(this.#streamed ? { kind: 'page', page: fields } : { kind: 'record', record: fields, within: {} });
    this.#inObject = false;
    return this.#enter('top', 'either');
  }
}

function parse(text: string): Outcome<unknown, 'notJson'> {
  try {
    return good(JSON.parse(text));
  } catch {
    return bad('notJson');
  }
}
