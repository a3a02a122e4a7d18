/** What one test said, from the report of either runner. */
export interface Result {
  readonly title: string;
  readonly passed: boolean;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly results: readonly unknown[] }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** The tests of a report. A file that could not be loaded counts as one failed test. */
export function resultsOf(report: VitestReport | PlaywrightReport): readonly Result[] {
  return 'testResults' in report ? ofVitest(report) : ofPlaywright(report);
}

function ofVitest({ testResults }: VitestReport): readonly Result[] {
  return testResults.flatMap(({ name, status, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [{ title: `${name} could not be loaded`, passed: false }]
      : assertionResults.map(({ fullName, status: state }) => ({ title: fullName, passed: state === 'passed' })),
  );
}

function ofPlaywright({ suites, errors }: PlaywrightReport): readonly Result[] {
  const broken = errors.map(({ message = 'the run itself' }) => ({
    title: message.split('\n')[0] ?? message,
    passed: false,
  }));
  return [...suites.flatMap(ofSuite), ...broken];
}

function ofSuite({ title, suites = [], specs = [] }: PlaywrightSuite): readonly Result[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ results }) => results.length > 0))
    .map((spec) => ({ title: `${title} ${spec.title}`, passed: spec.ok }));
  return [...own, ...suites.flatMap(ofSuite)];
}
