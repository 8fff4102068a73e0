import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { productChanges } from '../../../../src/main/engine/judge/product-changes.ts';
import { findRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import type { Hazard } from '../../../../src/shared/domain/plan/plan.ts';
import { runRecordSchema } from '../../../../src/shared/domain/run/record.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { hazardWords } from '../../../../src/shared/words/hazard-words.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

/** What version 0.1.0 wrote, byte for byte: runs that ended, and one that was killed while it removed. */
const written = join(import.meta.dirname, '../../../support/fixtures/version-0.1.0');
const removal = { computer: 'home', runId: '20261128-153652-dmkt' } as const;
const withDefender = { computer: 'defender-off', runId: '20261128-153655-4gy3' } as const;
const killed = { computer: 'home', runId: '20261128-153750-qgpp' } as const;

interface Written {
  readonly computer: string;
  readonly runId: string;
}

function copyOf({ computer, runId }: Written) {
  const base = temporaryFolder();
  cpSync(written, base, { recursive: true });
  const data = join(base, 'practice', computer);
  return { base, data, folder: join(data, 'runs', runId) };
}

async function cli(base: string, command: string, run: Written, ...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const practice = ['--practice', run.computer, '--fast', '--data-folder', base];
  const code = await runCli([command, run.runId, ...practice, ...args], terminal);
  return { code, text: terminal.text };
}

describe('what the version before wrote', () => {
  it.each([removal, withDefender])('is shown with all it says, matched: $computer', async (run) => {
    const { base, folder } = copyOf(run);
    const { code, text } = await cli(base, 'report', run, '--json');
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    const today = asToday(report);
    const products = productChanges(runRecordSchema.parse(today));
    const { record } = JSON.parse(text) as { record: unknown };
    expect([code, record]).toEqual([0, { ...today, products }]);
  });

  it.each(['text', 'html'])('makes a report for people: %s', async (format) => {
    const { base } = copyOf(withDefender);
    const { code, text } = await cli(base, 'report', withDefender, '--format', format);
    expect([code, text.includes('Windows Defender protects this computer.')]).toEqual([0, true]);
  });

  it('has inventories that can be read', () => {
    const { data } = copyOf(removal);
    const found = findRunFolder(runsIn(data), removal.runId);
    const inventory = found.ok ? found.folder.readInventory('before') : null;
    expect(inventory?.format).toBe('cutover-inventory/2');
  });

  it('is gone on with when it was killed while it removed', async () => {
    const { base } = copyOf(killed);
    const { text } = await cli(base, 'resume', killed, '--json', '--unattended');
    const { outcome, record } = JSON.parse(text) as Resumed;
    expect([outcome, record.starts, record.steps.map((step) => step.outcome)]).toEqual([
      'restartNeeded',
      2,
      ['restartNeeded'],
    ]);
  });

  it('is gone on with when it was killed while Microsoft Defender came back', async () => {
    const { base, folder } = copyOf(withDefender);
    const journal = join(folder, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    const begun = lines.findIndex((line) => line.includes('"kind":"restoreStarted"'));
    writeFileSync(journal, `${lines.slice(0, begun + 1).join('\n')}\n`);
    const { text } = await cli(base, 'resume', withDefender, '--json', '--unattended');
    const { outcome, record } = JSON.parse(text) as Resumed;
    expect([outcome, record.starts]).toEqual(['dangerFound', 2]);
  });
});

interface Resumed {
  readonly outcome: string;
  readonly record: { readonly starts: number; readonly steps: readonly { outcome: string }[] };
}

/** What version 0.1.0 wrote, as far as this version writes it otherwise. */
interface Report {
  readonly purpose: string;
  readonly findingsBefore: readonly OldFinding[];
  readonly findingsAfter: readonly OldFinding[];
  readonly plan: {
    readonly steps: readonly OldStep[];
    readonly hazards: readonly Pick<Hazard, 'id'>[];
    readonly kept: readonly { readonly explanation: string }[];
    readonly choice: { readonly enableDefender: boolean; readonly managedByUs: boolean };
  };
  readonly protection: {
    readonly reasons: readonly string[];
    readonly sources: readonly { readonly source: string; readonly detail: string }[];
  };
  readonly summary: string;
  readonly steps: readonly OldResult[];
  readonly restored: readonly { readonly message: string; readonly logFile: string }[];
}

interface OldFinding {
  readonly evidence: readonly { readonly says: string }[];
}

interface OldResult {
  readonly findingId: string;
  readonly name: string;
  readonly message: string;
}

interface OldStep {
  readonly title: string;
  readonly explanation: string;
  readonly findingId: string;
  readonly productId: string;
  readonly family: string;
  readonly gone: object;
}

const quotedWithText = (text: string) => ({ id: 'quoted.text', values: { text }, text });

/** How the sources of the verdict were called; today they have ids. */
const sourceIds: Readonly<Record<string, string>> = {
  'Windows Security': 'securityCenter',
  'Windows Security, asked by WMI': 'securityCenterWmi',
  'The program that is registered, and its signature': 'programFile',
  'Services and their signatures': 'services',
  'State that Microsoft Defender reports': 'defenderStatus',
  'Settings and policies of Microsoft Defender': 'defenderSettings',
  'Tamper protection of Microsoft Defender': 'tamperProtection',
  'Antimalware Scan Interface': 'amsi',
  'Edition of Windows': 'edition',
};

function asToday({ purpose: _purpose, restored, findingsBefore, plan, ...rest }: Report) {
  const { enableDefender, managedByUs, ...choice } = plan.choice;
  const owner = managedByUs ? 'administrator' : null;
  const phases = enableDefender ? ['remove', 'reactivate'] : ['remove'];
  const kept = plan.kept.map(({ explanation, ...each }) => ({
    ...each,
    explanation: quotedWithText(explanation),
  }));
  // Of these computers just the one whose Microsoft Defender was switched off has one.
  const reactivation = restored.length === 0 ? [] : reactivationOfDefenderOff;
  return {
    ...rest,
    format: 'cutover-run/3',
    state: null,
    findingsBefore: findingsBefore.map(findingAsToday),
    findingsAfter: rest.findingsAfter.map(findingAsToday),
    plan: {
      ...plan,
      format: 'cutover-plan/2',
      steps: [...plan.steps.map(stepAsToday), ...reactivation],
      // A hazard has kept its id; what is said of it is better known today.
      hazards: plan.hazards.map((hazard) => ({ ...hazard, ...hazardWords(hazard, english) })),
      kept,
      dangers: [],
      notRepaired: [],
      notCleaned: [],
      waysOut: [],
      choice: { ...choice, phases, undoes: null, owner, strictRemains: false, onlyDangerous: true },
    },
    steps: [
      ...rest.steps.map(({ findingId: _findingId, name: _name, message, ...result }) => ({
        ...result,
        message: [quotedWithText(message)],
      })),
      ...restored.map(({ message, logFile }, index) => ({
        stepId: reactivation[index]?.id,
        outcome: 'done',
        exitCode: null,
        durationMs: 0,
        message: [quotedWithText(message)],
        command: null,
        logFile,
      })),
    ],
    protection: protectionAsToday(rest.protection),
    summary: [quotedWithText(rest.summary)],
  };
}

function protectionAsToday({ reasons, sources, ...verdict }: Report['protection']) {
  const named = sources.map(({ source, detail, ...answer }) => ({
    ...answer,
    source: sourceIds[source],
    detail: [quotedWithText(detail)],
  }));
  return { ...verdict, reasons: reasons.map(quotedWithText), sources: named };
}

function findingAsToday({ evidence, ...finding }: OldFinding) {
  const quoted = evidence.map(({ says, ...each }) => ({ ...each, says: quotedWithText(says) }));
  return {
    ...finding,
    evidence: quoted,
    notRead: [],
    identified: true,
    components: [],
    person: null,
  };
}

function stepAsToday({ title, explanation: _explanation, gone, ...step }: OldStep) {
  const { findingId, productId, family, ...rest } = step;
  const name = title.slice('Remove '.length);
  const about = { kind: 'product', findingId, productId, family, name };
  return { ...rest, phase: 'remove', about, doneWhen: { kind: 'gone', ...gone } };
}

const realTime = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection';

/** What the sentences of the run with Microsoft Defender tell. */
const reactivationOfDefenderOff = [
  {
    id: `reactivate:removeRegistryValue:${realTime}\\DisableRealtimeMonitoring`,
    action: {
      kind: 'removeRegistryValue',
      key: realTime,
      name: 'DisableRealtimeMonitoring',
      expectedData: 1,
    },
    doneWhen: { kind: 'valueIs', key: realTime, name: 'DisableRealtimeMonitoring', data: null },
  },
  {
    id: 'reactivate:setServiceStart:WdNisSvc',
    action: { kind: 'setServiceStart', name: 'WdNisSvc', start: 'demand', expected: 'disabled' },
    doneWhen: { kind: 'serviceStarts', name: 'WdNisSvc', start: 'demand' },
  },
  {
    id: 'reactivate:setServiceStart:WinDefend',
    action: { kind: 'setServiceStart', name: 'WinDefend', start: 'auto', expected: 'disabled' },
    doneWhen: { kind: 'serviceStarts', name: 'WinDefend', start: 'auto' },
  },
  {
    id: 'reactivate:startService:WinDefend',
    action: { kind: 'startService', name: 'WinDefend' },
    doneWhen: { kind: 'serviceRuns', name: 'WinDefend' },
  },
  {
    id: 'reactivate:updateDefenderSignatures',
    action: { kind: 'updateDefenderSignatures' },
    doneWhen: { kind: 'signaturesUpToDate' },
  },
].map((step) => ({
  ...step,
  phase: 'reactivate',
  about: { kind: 'defender' },
  timeLimitMs: 600_000,
}));
