/** What a suite counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The tests that failed or were flaky, with the first line of why: told again at the end, as a long log hides them. */
  readonly troubles: readonly string[];
}

/** Reads what vitest's JSON reporter wrote; `null` where it wrote nothing. */
export function countsOfVitest(results: unknown): Counts {
  const read = results as VitestResults | null;
  return {
    passed: read?.numPassedTests ?? 0,
    failed: read?.numFailedTests ?? 0,
    skipped: read?.numPendingTests ?? 0,
    troubles: (read?.testResults ?? []).flatMap(failuresOf),
  };
}

/** The same of Playwright's JSON reporter. */
export function countsOfPlaywright(results: unknown): Counts {
  const read = results as PlaywrightResults | null;
  return {
    passed: (read?.stats.expected ?? 0) + (read?.stats.flaky ?? 0),
    failed: read?.stats.unexpected ?? 0,
    skipped: read?.stats.skipped ?? 0,
    troubles: [...(read?.errors ?? []).map(messageOf), ...(read?.suites ?? []).flatMap(troubled)],
  };
}

/** A runner that ended badly without naming a failed test (a crash, a file that does not load) failed. */
export function honest(status: number, counted: Counts): Counts {
  if (status === 0 || counted.failed > 0) return counted;
  const failure = `the runner ended with exit code ${status} and named no test`;
  return { ...counted, failed: 1, troubles: [...counted.troubles, failure] };
}

function failuresOf({ name, status, message, assertionResults }: VitestFile): readonly string[] {
  const failed = assertionResults.filter((each) => each.status === 'failed');
  if (failed.length === 0 && status === 'failed') return [`${name}: ${firstLine(message)}`];
  return failed.map((each) => {
    return `${name} › ${each.fullName}: ${firstLine(each.failureMessages[0] ?? '')}`;
  });
}

/** Also those that passed at a second try: a flaky test is not hidden. */
function troubled(suite: PlaywrightSuite): readonly string[] {
  const here = suite.specs.flatMap(({ file, title, ok, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []));
    const tried = ok ? ' (passed at the second try)' : '';
    return errors.slice(0, 1).map((error) => `${file} › ${title}${tried}: ${messageOf(error)}`);
  });
  return [...here, ...(suite.suites ?? []).flatMap(troubled)];
}

function messageOf({ message }: PlaywrightError): string {
  return firstLine(message ?? '');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

interface VitestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly VitestFile[];
}

interface VitestFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface PlaywrightResults {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly PlaywrightError[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly error?: PlaywrightError }[];
    }[];
  }[];
}

interface PlaywrightError {
  readonly message?: string;
}
