import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../../../src/main/report/html/html-report.ts';
import { runTeller } from '../../../../../src/main/cli/terminal/show-run.ts';
import { toneStyles } from '../../../../../src/main/cli/terminal/style.ts';
import type { EvidenceKind } from '../../../../../src/shared/domain/finding.ts';
import { quoted } from '../../../../../src/shared/domain/message.ts';
import { nextSteps } from '../../../../../src/shared/domain/run/next-steps.ts';
import { nextWays, places } from '../../../../../src/shared/domain/run/next-ways.ts';
import {
  helps,
  isFinal,
  outcomes,
  runOutcomes,
  type RunOutcome,
} from '../../../../../src/shared/domain/run/run-outcomes.ts';
import {
  stepOutcomeNames,
  stepOutcomes,
  type StepOutcome,
} from '../../../../../src/shared/domain/plan/step-outcomes.ts';
import type { RunRecord } from '../../../../../src/shared/domain/run/record.ts';
import { findingIdOf } from '../../../../../src/shared/domain/plan/step-about.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import {
  planOf,
  protectionOf,
  recordOf,
  stepOf,
  stepResultOf,
} from '../../../../support/run-samples.ts';
import { aFinding } from '../../../../support/snapshot-builder.ts';
import { english } from '../../../../../src/shared/words/english.ts';

const that = (is: (outcome: RunOutcome) => boolean) => runOutcomes.filter(is);

describe('the table of outcomes', () => {
  it('says which end is final, which a second try may change, and where a restart helps', () => {
    expect({
      final: that(isFinal),
      again: that((outcome) => helps({ outcome }, 'again')),
      restart: that((outcome) => helps({ outcome }, 'restart')),
      vendorTool: that((outcome) => helps({ outcome }, 'vendorTool')),
    }).toEqual({
      final: [
        'cleanAndProtected',
        'protected',
        'undone',
        'nothingToRemove',
        'dangerFound',
        'remnantsLeft',
        'engineInside',
        'dryRun',
      ],
      again: [
        'notUndone',
        'stillPresent',
        'notKnown',
        'passwordMissing',
        'passwordByHand',
        'passwordWrong',
        'installerBusy',
        'uninstallerFailed',
        'timedOut',
        'cancelled',
        'stopped',
      ],
      restart: [
        'restartNeeded',
        'restartStarted',
        'stillPresent',
        'installerBusy',
        'uninstallerFailed',
        'timedOut',
      ],
      vendorTool: ['stillPresent', 'uninstallerFailed', 'timedOut'],
    });
  });

  it('gives the exit code of success to nothing that is bad or may still change', () => {
    const successful = that((outcome) => outcomes[outcome].exit === 'success');
    const wrong = successful.filter(
      (outcome) => !isFinal(outcome) || !['good', 'neutral'].includes(outcomes[outcome].tone),
    );
    expect([successful.length > 0, wrong]).toEqual([true, []]);
  });

  it('sees to missing protection first, except before a restart and where nothing was removed', () => {
    const protection = protectionOf({ verdict: 'unprotected', products: [] });
    const first = (outcome: RunOutcome) => nextSteps(recordOf({ outcome, protection }))[0];
    expect(that((outcome) => first(outcome) !== 'protectAtOnce')).toEqual([
      'restartNeeded',
      'restartStarted',
      'stopped',
      'dryRun',
    ]);
  });

  it('lets Kaspersky protect until it goes, and asks for no other antivirus before', () => {
    const protection = protectionOf({ verdict: 'onlyKaspersky', products: [] });
    const asks = (outcome: RunOutcome) =>
      nextSteps(recordOf({ outcome, protection })).includes('installAnother');
    expect([asks('timedOut'), asks('passwordWrong'), asks('remnantsLeft')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('leads to the vendor’s own tool once a second try did not help, and before that to a restart', () => {
    const first = (starts: number) => nextWays(recordOf({ outcome: 'stillPresent', starts }))[0];
    expect([first(1), first(2)]).toEqual(['restart', 'vendorTool']);
    expect(nextWays(recordOf({ outcome: 'passwordWrong', starts: 2 }))[0]).toBe('password');
  });

  it('names the ways past an obstacle once, last at the first try, in front at the second, and none past what is gone', () => {
    const wayOut = { obstacle: 'rolledBack', ways: ['startRemovalTool', 'cleanUp'] } as const;
    const steps = (outcome: StepOutcome, starts: number) =>
      nextSteps(
        recordOf({
          outcome: 'uninstallerFailed',
          starts,
          steps: [{ ...stepResultOf(), outcome, ...(outcome === 'failed' && { wayOut }) }],
          plan: planOf({
            waysOut: [{ ...wayOut, findingId: findingIdOf(stepOf()) ?? '', name: 'Kaspersky' }],
          }),
        }),
      ).filter((step) => step === 'startRemovalTool' || step === 'readFailedStep');
    expect([steps('failed', 1), steps('failed', 2), steps('removed', 1)]).toEqual([
      ['readFailedStep', 'startRemovalTool'],
      ['startRemovalTool', 'readFailedStep'],
      ['readFailedStep'],
    ]);
  });

  it('does not say that nothing is to be done where a product cannot be removed', () => {
    const left = planOf({
      steps: [],
      waysOut: [{ findingId: 'x', name: 'K', obstacle: 'halfRemoved', ways: ['cleanUp'] }],
    });
    const after = (plan: RunRecord['plan']) =>
      nextSteps(recordOf({ outcome: 'nothingToRemove', plan }));
    expect([after(left), after(planOf({ steps: [] }))]).toEqual([['cleanUp'], ['nothing']]);
  });

  it('asks to remove only those traces that are worth it', () => {
    const rest = (kind: EvidenceKind) =>
      aFinding({
        id: kind,
        state: 'leftover',
        evidence: [{ kind, ref: '', says: quoted(''), strength: 'support' }],
      });
    const steps = (...kinds: readonly EvidenceKind[]) =>
      nextSteps(recordOf({ outcome: 'remnantsLeft', findingsAfter: kinds.map(rest) }));
    expect([steps('folder', 'vendorKey'), steps('folder', 'certificate')]).toEqual([
      ['leaveRemains'],
      ['removeRemains'],
    ]);
  });

  it('names a command only beside words that do without', () => {
    const words = Object.keys(places).map((step) => english.render({ id: `nextStep.${step}` }));
    expect(words.filter((sentence) => /`|cutover [a-z]/.test(sentence))).toEqual([]);
  });

  it('tells of a run that has not ended how it goes on', () => {
    expect(nextSteps(recordOf({ outcome: null }))).toEqual(['resumeUnfinished']);
  });
});

describe('the tone of a step', () => {
  const colours = { green: 32, yellow: 33, red: 31, cyan: 36 } as Record<string, number>;

  it.each(stepOutcomeNames)('is the same in the report and in the terminal (%s)', (outcome) => {
    const { tone } = stepOutcomes[outcome];
    const result = stepResultOf({ outcome });
    const terminal = new FakeTerminal({ colours: true });
    runTeller(terminal, english, { findingsAndPlan: false })({
      kind: 'stepFinished',
      step: stepOf(),
      result,
    });
    const page = htmlReport(recordOf({ steps: [result] })).replaceAll(/\s+/g, ' ');
    expect([
      page.includes(`<article class="${tone}"> <h3>Kaspersky`),
      terminal.text.includes(`\u001B[${colours[toneStyles[tone]]}m`),
    ]).toEqual([true, true]);
  });
});
