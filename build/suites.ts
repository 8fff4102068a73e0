import { existsSync } from 'node:fs';
import { ensurePackages } from '../tests/lab/support/debian-packages.ts';
import { prepare } from '../tests/lab/support/prepare.ts';
import { countsOfPlaywright, countsOfVitest, type Counts } from './test-counts.ts';

export type SuiteName = 'unit' | 'desktop' | 'lab';

/** What a suite can show on this computer: nothing, with the reason, or everything but what the notes name. */
export interface Readiness {
  readonly obstacle: string | null;
  readonly notes: readonly string[];
}

/** One way of testing: where its specs lie, what has to be there first, and how its runner is called and read. */
export interface Suite {
  readonly folders: readonly string[];
  /** Starts the built program. */
  readonly bundled: boolean;
  readonly prepare: () => Promise<Readiness>;
  /** Where to write what it counted is told by an option or a variable. */
  readonly command: (results: string) => {
    readonly program: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
  readonly counts: (results: unknown) => Counts;
}

const ready: Readiness = { obstacle: null, notes: [] };

export const suites: Readonly<Record<SuiteName, Suite>> = {
  unit: {
    folders: ['tests/unit/', 'tests/accuracy/'],
    bundled: false,
    prepare: async () => await Promise.resolve(ready),
    command: (results) => vitest('unit', results),
    counts: countsOfVitest,
  },
  desktop: {
    folders: ['tests/desktop/', 'tests/standin/'],
    bundled: true,
    prepare: prepareDesktop,
    command: (results) => ({
      program: [
        'node_modules/@playwright/test/cli.js',
        'test',
        '--config=tests/desktop',
        '--reporter=list,json',
      ],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: results },
    }),
    counts: countsOfPlaywright,
  },
  lab: {
    folders: ['tests/lab/'],
    bundled: true,
    prepare: prepareLab,
    command: (results) => vitest('lab', results),
    counts: countsOfVitest,
  },
};

/** One way through each part of the program, in under a minute once everything is prepared. */
export const smoke: readonly string[] = [
  'tests/unit/main/engine/',
  'tests/unit/main/cli/',
  'tests/desktop/pages/walks.spec.ts',
  'tests/lab/cutover-remove-hostile.spec.ts',
];

function vitest(project: string, results: string) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return {
    program: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters],
    env: {},
  };
}

/** The window needs Electron's program, or Debian's Chromium for its stand-in. */
async function prepareDesktop(): Promise<Readiness> {
  if (existsSync('node_modules/electron/path.txt')) return ready;
  try {
    await ensurePackages(['chromium-headless-shell', 'fonts-noto-core']);
    return ready;
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    const obstacle = `neither Electron's program nor Chromium is here, and Chromium could not be installed (${detail}).`;
    return { obstacle, notes: [] };
  }
}

async function prepareLab(): Promise<Readiness> {
  const lab = await prepare();
  // Its specs skip themselves, so that what was skipped is counted.
  if (!lab.available) return { obstacle: null, notes: [`Skipped tests/lab: ${lab.reason}`] };
  return { obstacle: null, notes: lab.skipped.map((limit) => `Skipped in tests/lab: ${limit}`) };
}
