import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/main/cli/cli.ts';
import { planFor, proposedFindings, scanView } from '../../src/main/desktop/guide/scan-view.ts';
import { practiceComputers } from '../../src/main/machine/practice/practice-computers.ts';
import { textReport } from '../../src/main/report/text-report.ts';
import { answerAbout } from '../../src/main/session/decisions.ts';
import { recordAfterLook } from '../../src/main/session/record-after-look.ts';
import { defaultChoice } from '../../src/shared/domain/plan/plan.ts';
import {
  checkContracts,
  verdictContractNames,
} from '../../src/shared/domain/run/check-contracts.ts';
import { exitCodes } from '../../src/shared/domain/run/exit-codes.ts';
import type { Result } from '../../src/shared/domain/run/result.ts';
import type { RunOutcome } from '../../src/shared/domain/run/run-outcomes.ts';
import type { Verdict } from '../../src/shared/domain/state/verdicts.ts';
import { dangerWords } from '../../src/shared/words/danger-words.ts';
import { english } from '../../src/shared/words/english.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';
import { planOf, recordOf } from '../support/run-samples.ts';
import { accuracyCases } from './accuracy-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-one-answer-'));
const computers = [
  ...accuracyCases().map(({ id, inventory }) => ({ id, inventory })),
  ...practiceComputers.map(({ id, inventory }) => ({ id, inventory })),
];

/** How a run ends that had nothing to take off a computer in such a state. */
const ends: Readonly<Record<Exclude<Verdict, 'restartNeeded'>, readonly RunOutcome[]>> = {
  // Beside what else is wrong, which says more.
  danger: ['dangerFound', 'stillPresent', 'notKnown', 'notProtected'],
  found: ['stillPresent'],
  notKnown: ['notKnown'],
  notProtected: ['notProtected'],
  engineInside: ['engineInside'],
  clean: ['nothingToRemove'],
};

/** What nobody may say otherwise. */
const gist = ({
  verdict,
  installed,
  stays,
  remains,
  dangers,
  unread,
}: NonNullable<Result['state']>) => ({
  verdict,
  installed,
  stays: stays.map(({ findingId, reason }) => [findingId, reason]),
  remains,
  dangers: dangers.map(({ id, severity, seenIn }) => [id, severity, seenIn]),
  unread,
});

describe.each(computers)('of $id the same is said', ({ id, inventory }) => {
  const { state } = answerAbout(inventory, defaultChoice);
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify(inventory));
  const cutover = async (...args: readonly string[]) => {
    const terminal = new FakeTerminal();
    const code = await runCli([...args, '--from', file, '--data-folder', folder], terminal);
    return { code, text: terminal.text };
  };

  it.each(['scan', 'plan', 'check'])('by %s', async (command) => {
    const { text } = await cutover(command, '--json');
    const told = (JSON.parse(text) as Result).state;
    expect(told && gist(told)).toEqual(gist(state));
  });

  it('by check in every contract', async () => {
    for (const contract of verdictContractNames) {
      const { exit } = checkContracts[contract].answers[state.verdict];
      const code = typeof exit === 'number' ? exit : exitCodes[exit].posix;
      expect([contract, (await cutover('check', '--contract', contract)).code]).toEqual([
        contract,
        code,
      ]);
    }
  });

  it('by the end of a run, its record and its report', () => {
    const run = recordOf({ plan: planOf({ steps: [], choice: defaultChoice }), steps: [] });
    const record = recordAfterLook(run, inventory, null);
    expect(record.state && gist(record.state)).toEqual(gist(state));
    expect(ends[state.verdict as keyof typeof ends]).toContain(record.outcome);
    const report = textReport(record, english).replaceAll(/\s+/g, ' ');
    for (const danger of state.dangers)
      expect(report).toContain(dangerWords(danger, english).title);
  });

  it('by the window', () => {
    const scan = scanView(inventory);
    const answers = {
      chosen: proposedFindings(inventory, scan),
      owner: null,
      acknowledged: [],
      protectionChoice: { requireReplacement: false, reactivateDefender: false },
      cleanRemains: true,
    };
    const shown = planFor(inventory, answers, null).state;
    expect(shown && [shown.verdict, shown.dangers, shown.remains]).toEqual([
      state.verdict,
      state.dangers,
      state.remains,
    ]);
  });
});
