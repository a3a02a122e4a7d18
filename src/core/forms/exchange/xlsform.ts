import type { Outcome } from '../../outcome.ts';
import { importForm } from './assemble.ts';
import { readExpression } from './expression.ts';
import type { FoundForm, FoundOption, FoundPage, FoundQuestion, FoundWhen, FoundWords, Given } from './found.ts';
import { type Imported, type ImportProblem, ImportProblemFound, LIMITS, type Notes } from './kept.ts';
import { memberOf } from './plain.ts';
import { type RowKind, rowKind } from './xlsform-kinds.ts';
import { flagOf, type Row, rowsIn, wordsOfRow } from './xlsform-rows.ts';

/** The sheets of an XLSForm (`survey`, `choices`, `settings`, each a list of rows) as files of a form. */
export function fromXlsForm(sheets: unknown, given: Given = {}): Outcome<Imported, ImportProblem> {
  return importForm(sheets, given, (value, notes) => read(value, given, notes));
}

function read(sheets: unknown, given: Given, notes: Notes): FoundForm {
  const survey = rowsIn(memberOf(sheets, 'survey'));
  if (!survey.some((row) => row.get('type'))) {
    throw new ImportProblemFound('notThatFormat', 'survey', { format: 'XLSForm' });
  }
  const settings = rowsIn(memberOf(sheets, 'settings'))[0] ?? new Map<string, string>();
  const language = languageOf(settings.get('default_language'), survey, given, notes);
  const choices = new Map<string, FoundOption[]>();
  for (const row of rowsIn(memberOf(sheets, 'choices'))) {
    const list = row.get('list_name') ?? row.get('list name') ?? '';
    const value = row.get('name') ?? row.get('value');
    if (value === undefined) continue;
    choices.set(list, [...(choices.get(list) ?? []), { value, words: wordsOfRow(row, 'label', language) }]);
    if ((choices.get(list)?.length ?? 0) > LIMITS.options) {
      throw new ImportProblemFound('tooManyOptions', list, { limit: LIMITS.options });
    }
  }
  const title = settings.get('form_title') ?? settings.get('title');
  const reader = new Reader(language, choices, notes);
  for (const row of survey) reader.row(row);
  return {
    name: settings.get('form_id') ?? settings.get('id_string') ?? title ?? '',
    title: title === undefined ? {} : { [language]: title },
    intro: [],
    pages: reader.end(),
    language,
  };
}

/** `English (en)` and `en` are English. */
function languageOf(said: string | undefined, survey: readonly Row[], given: Given, notes: Notes): string {
  const code = (text: string) =>
    /\(([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\)\s*$/.exec(text)?.[1] ?? /^[a-z]{2,3}$/.exec(text)?.[0];
  const own = given.language ?? (said === undefined ? undefined : code(said.trim()));
  if (own !== undefined) return own;
  const columns = [...(survey[0]?.keys() ?? [])].flatMap((name) =>
    name.startsWith('label::') ? [code(name.slice(7)) ?? ''] : [],
  );
  const first = columns.find((one) => one !== '');
  if (first === undefined) notes.add('guessed', 'language', '', { language: 'en' });
  return first ?? 'en';
}

interface Group {
  readonly name: string;
  readonly where: string;
  readonly title: FoundWords;
  readonly when: readonly FoundWhen[];
  readonly repeat?: number;
}

class Reader {
  readonly #language: string;
  readonly #choices: ReadonlyMap<string, readonly FoundOption[]>;
  readonly #notes: Notes;
  readonly #pages: FoundPage[] = [];
  readonly #groups: Group[] = [{ name: 'questions', where: 'survey', title: {}, when: [] }];
  #questions: FoundQuestion[] = [];
  #body: FoundWords[] = [];
  #place = 1;

  constructor(language: string, choices: ReadonlyMap<string, readonly FoundOption[]>, notes: Notes) {
    this.#language = language;
    this.#choices = choices;
    this.#notes = notes;
  }

  row(row: Row): void {
    this.#place += 1;
    const where = `survey row ${this.#place}`;
    const type = (row.get('type') ?? '').trim();
    if (type === '') return;
    const kind = rowKind(type);
    switch (kind.is) {
      case 'begin':
        this.#begin(row, where, kind.repeats);
        return;
      case 'end':
        this.#close();
        if (this.#groups.length > 1) this.#groups.pop();
        return;
      case 'note':
        this.#note(row, where);
        return;
      case 'metadata':
        return;
      case 'cannot':
        this.#notes.add('notKept', kind.code, where, { what: type.slice(0, 80) });
        return;
      case 'question':
        this.#question(row, where, kind);
        return;
    }
  }

  end(): readonly FoundPage[] {
    this.#close();
    return this.#pages;
  }

  get #group(): Group {
    return this.#groups.at(-1) ?? { name: 'questions', where: 'survey', title: {}, when: [] };
  }

  #close(): void {
    if (this.#questions.length > 0 || this.#body.length > 0) {
      this.#pages.push({ ...this.#group, body: this.#body, questions: this.#questions });
    }
    this.#questions = [];
    this.#body = [];
  }

  #begin(row: Row, where: string, repeats: boolean): void {
    this.#close();
    if (this.#groups.length > LIMITS.depth) throw new ImportProblemFound('tooDeep', where, { limit: LIMITS.depth });
    const around = this.#group;
    const isWithin = around.repeat !== undefined;
    if (isWithin && repeats) this.#notes.add('notKept', 'part', where, { what: 'begin_repeat' });
    const count = Number(row.get('repeat_count'));
    const most = Number.isSafeInteger(count) && count > 1 ? Math.min(10, count) : 5;
    if (repeats && !isWithin && most !== count) this.#notes.add('guessed', 'limits', where, { least: 1, most });
    this.#groups.push({
      name: row.get('name') ?? 'page',
      where,
      title: wordsOfRow(row, 'label', this.#language),
      when: [...around.when, ...this.#when(row)],
      ...(repeats && !isWithin ? { repeat: most } : {}),
    });
  }

  /** Words begin a page of their own after a question, and where not everybody reads them. */
  #note(row: Row, where: string): void {
    const words = [wordsOfRow(row, 'label', this.#language), wordsOfRow(row, 'hint', this.#language)].filter(
      (one) => Object.keys(one).length > 0,
    );
    const when = this.#when(row);
    if (this.#questions.length > 0 || when.length > 0) this.#close();
    if (when.length === 0) this.#body.push(...words);
    else {
      const { repeat: _, ...group } = this.#group;
      this.#pages.push({ ...group, where, body: words, questions: [], when: [...group.when, ...when] });
    }
  }

  #question(row: Row, where: string, kind: RowKind & { is: 'question' }): void {
    const hint = wordsOfRow(row, 'hint', this.#language);
    const options = kind.list === undefined ? undefined : this.#choices.get(kind.list);
    if (kind.list !== undefined && !options) {
      this.#notes.add('notKept', 'kind', where, { what: (row.get('type') ?? '').slice(0, 80) });
      return;
    }
    if (kind.from) this.#notes.add('changed', 'otherKind', where, { from: kind.from, to: kind.kind });
    for (const what of ['constraint', 'choice_filter', 'default', 'trigger']) {
      const said = row.get(what);
      if (said) this.#notes.add('notKept', 'rule', where, { what: `${what}: ${said}`.slice(0, 200) });
    }
    if (row.get('calculation')) this.#notes.add('notKept', 'calculation', where, { what: 'calculation' });
    if (kind.other) this.#notes.add('notKept', 'part', where, { what: 'or_other' });
    const required = flagOf(row.get('required'));
    if (required === undefined) this.#notes.add('changed', 'requiredForSome', where);
    this.#questions.push({
      name: row.get('name') ?? 'question',
      where,
      kind: kind.kind,
      label: wordsOfRow(row, 'label', this.#language),
      ...(Object.keys(hint).length > 0 ? { hint } : {}),
      ...(options ? { options } : {}),
      ...(required ? { required: true } : {}),
      when: this.#when(row),
      ...rangeOf(row, kind),
    });
  }

  #when(row: Row): readonly FoundWhen[] {
    const said = row.get('relevant') ?? row.get('relevance');
    if (said === undefined || said.trim() === '') return [];
    const condition = readExpression(said);
    return [condition ? { condition } : { cannot: said }];
  }
}

function rangeOf(
  row: Row,
  { kind, maxLength }: RowKind & { is: 'question' },
): { least?: number; most?: number; maxLength?: number } {
  if (maxLength !== undefined) return { maxLength };
  if (kind !== 'whole-number') return {};
  const named = new Map(
    (row.get('parameters') ?? '').split(/[;\s]+/).map((pair) => pair.split('=') as [string, string]),
  );
  const [least, most] = [Number(named.get('start')), Number(named.get('end'))];
  return Number.isFinite(least) && Number.isFinite(most) ? { least, most } : {};
}
