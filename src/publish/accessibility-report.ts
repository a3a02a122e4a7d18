import { join } from 'node:path';
import { z } from 'zod';
import { ContentProblem, readYaml } from './read-yaml.ts';

const FOLDER = join('content', 'accessibility');
export const REPORT_FILE = join(FOLDER, 'openacr.yaml');
const CATALOG_FILE = join(FOLDER, 'catalog.yaml');

export const LEVELS = [
  'supports',
  'partially-supports',
  'does-not-support',
  'not-applicable',
  'not-evaluated',
] as const;
const COMPONENTS = ['web', 'authoring-tool'] as const;

const contact = z.strictObject({ name: z.string(), email: z.string() });
const line = z.strictObject({
  num: z.string(),
  components: z.array(
    z.strictObject({
      name: z.enum(COMPONENTS),
      adherence: z.strictObject({ level: z.enum(LEVELS), notes: z.string().min(1) }),
    }),
  ),
});

/** The OpenACR format (GSA), with every member that we give. */
const reportSchema = z.strictObject({
  title: z.string(),
  product: z.strictObject({ name: z.string(), version: z.string(), description: z.string() }),
  author: contact,
  vendor: contact,
  report_date: z.iso.date(),
  last_modified_date: z.iso.date(),
  version: z.int(),
  notes: z.string(),
  evaluation_methods_used: z.string(),
  legal_disclaimer: z.string(),
  repository: z.string(),
  feedback: z.string(),
  catalog: z.string(),
  chapters: z.record(z.string(), z.strictObject({ criteria: z.array(line) })),
});

const catalogSchema = z.strictObject({
  title: z.string(),
  lang: z.string(),
  standards: z.array(z.strictObject({ id: z.string(), label: z.string(), chapters: z.array(z.string()) })),
  components: z.array(z.strictObject({ id: z.enum(COMPONENTS), label: z.string() })),
  terms: z.array(z.strictObject({ id: z.enum(LEVELS), label: z.string() })),
  chapters: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      criteria: z.array(
        z.strictObject({
          id: z.string(),
          handle: z.string(),
          level: z.enum(['A', 'AA']),
          components: z.array(z.enum(COMPONENTS)),
        }),
      ),
    }),
  ),
});

/** How one part stands on one rule, and the tests that say so. */
export interface Adherence {
  readonly component: (typeof COMPONENTS)[number];
  readonly level: (typeof LEVELS)[number];
  readonly notes: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

export interface ReportedRule {
  readonly id: string;
  readonly handle: string;
  readonly level: 'A' | 'AA';
  readonly adherence: readonly Adherence[];
}

export interface AccessibilityReport {
  readonly date: string;
  readonly notes: string;
  readonly methods: string;
  readonly chapters: readonly {
    readonly id: string;
    readonly label: string;
    readonly rules: readonly ReportedRule[];
  }[];
}

/** The report, in the order of its catalogue. A rule that is missing, twice or not of the catalogue is thrown. */
export function readReport(root = '.'): AccessibilityReport {
  const report = readYaml(join(root, REPORT_FILE), reportSchema);
  const catalog = readYaml(join(root, CATALOG_FILE), catalogSchema);
  const chapters = catalog.chapters.map(({ id, label, criteria }) => {
    const lines = report.chapters[id]?.criteria ?? [];
    const strange = lines.find(
      ({ num }, place) =>
        place !== lines.findIndex((one) => one.num === num) || !criteria.some((one) => one.id === num),
    );
    if (strange) throw wrong(`${id}: ${strange.num}`, 'It stands there twice, or the catalogue has no such rule.');
    return {
      id,
      label,
      rules: criteria.map((rule) =>
        reported(
          rule,
          lines.find(({ num }) => num === rule.id),
        ),
      ),
    };
  });
  return { date: report.last_modified_date, notes: report.notes, methods: report.evaluation_methods_used, chapters };
}

type Criterion = z.infer<typeof catalogSchema>['chapters'][number]['criteria'][number];

function reported({ id, handle, level, components }: Criterion, said: z.infer<typeof line> | undefined): ReportedRule {
  const adherence = components.map((component): Adherence => {
    const own = said?.components.filter(({ name }) => name === component) ?? [];
    const [first, second] = own;
    if (!first || second) throw wrong(id, `It has to say once how "${component}" stands.`);
    return { component, level: first.adherence.level, ...parseNotes(first.adherence.notes) };
  });
  return { id, handle, level, adherence };
}

const TEST = /^Test: (test\/\S+\.ts): (.+)$/;

function parseNotes(notes: string): Pick<Adherence, 'notes' | 'tests'> {
  const lines = notes.trim().split('\n');
  return {
    notes: lines.filter((one) => !one.startsWith('Test:')).join(' '),
    tests: lines.flatMap((one) => {
      const [, file, title] = TEST.exec(one) ?? [];
      return file === undefined || title === undefined ? [] : [{ file, title }];
    }),
  };
}

const wrong = (field: string, what: string) =>
  new ContentProblem(REPORT_FILE, field, what, `Correct it, or ${CATALOG_FILE}.`);
