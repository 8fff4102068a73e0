import type { NextAntivirus } from '../state/next-antivirus.ts';
import type { Verdict } from '../state/verdicts.ts';
import type { ExitCodeName } from './exit-codes.ts';

/** What a check says; `failed` where the question could not be put: no Windows, no file. */
export type CheckState = Verdict | 'failed';

/** How one state is told. A number is the exit code on every system; a name stands for its code in our table. */
export interface CheckAnswer {
  readonly exit: ExitCodeName | number;
  readonly stdout: 'line' | 'json' | 'nothing';
  readonly stderr: 'line' | 'nothing';
}

export interface CheckContract {
  /** Who reads the answer, and the rule by which. */
  readonly readBy: string;
  readonly answers: Readonly<Record<CheckState, CheckAnswer>>;
}

const answer = (
  exit: CheckAnswer['exit'],
  stdout: CheckAnswer['stdout'],
  stderr: CheckAnswer['stderr'] = 'nothing',
): CheckAnswer => ({ exit, stdout, stderr });

/**
 * The rules of other tools for the answer of a check. They contradict each other, so one of them has to be chosen.
 * Sources: Microsoft, "Win32 app management" (Intune detection scripts), "Create applications" (Configuration
 * Manager detection scripts), "Remediations" (Intune). Where a code other than 0 means "not installed" too, that is what is
 * said: silence alone can be spoilt by whatever passes the output on.
 */
export const checkContracts = {
  plain: {
    readBy:
      'people, scripts and monitors: 0 is healthy, everything else has its meaning in the table above',
    answers: {
      clean: answer('success', 'line'),
      danger: answer('dangerFound', 'line'),
      found: answer('stillPresent', 'line'),
      restartNeeded: answer('restartNeeded', 'line'),
      notProtected: answer('notProtected', 'line'),
      engineInside: answer('engineInside', 'line'),
      notKnown: answer('notKnown', 'line'),
      failed: answer('unsupportedSystem', 'nothing', 'line'),
    },
  },
  'intune-app': {
    readBy:
      'the detection script of an Intune Win32 app: detected is exit code 0 with something on stdout',
    answers: {
      clean: answer(0, 'line'),
      danger: answer(1, 'nothing'),
      found: answer(1, 'nothing'),
      restartNeeded: answer(1, 'nothing'),
      notProtected: answer(1, 'nothing'),
      engineInside: answer(1, 'nothing'),
      notKnown: answer(1, 'nothing', 'line'),
      failed: answer(1, 'nothing', 'line'),
    },
  },
  configmgr: {
    readBy:
      'a Configuration Manager detection script: installed is exit code 0 with something on stdout, not installed is 0 with nothing on both, anything else is unknown',
    answers: {
      clean: answer(0, 'line'),
      danger: answer(0, 'nothing'),
      found: answer(0, 'nothing'),
      restartNeeded: answer(0, 'nothing'),
      notProtected: answer(0, 'nothing'),
      engineInside: answer(0, 'nothing'),
      notKnown: answer(1, 'nothing', 'line'),
      failed: answer(1, 'nothing', 'line'),
    },
  },
  remediation: {
    // An engine inside another product is an issue that no remedy of ours ends.
    readBy: 'an Intune remediation: only exit code 1 runs the remedy',
    answers: {
      clean: answer(0, 'line'),
      danger: answer(1, 'line'),
      found: answer(1, 'line'),
      restartNeeded: answer(0, 'line'),
      notProtected: answer(1, 'line'),
      engineInside: answer(2, 'line'),
      notKnown: answer(2, 'line'),
      failed: answer(2, 'line'),
    },
  },
  json: {
    readBy:
      'other programs: exit code 0 whenever there is an answer, and one JSON document on stdout',
    answers: {
      clean: answer(0, 'json'),
      danger: answer(0, 'json'),
      found: answer(0, 'json'),
      restartNeeded: answer(0, 'json'),
      notProtected: answer(0, 'json'),
      engineInside: answer(0, 'json'),
      notKnown: answer(0, 'json'),
      failed: answer('unsupportedSystem', 'json'),
    },
  },
} as const satisfies Record<string, CheckContract>;

/** Contracts that answer whether Kaspersky is gone and the computer protected. */
export type VerdictContractName = keyof typeof checkContracts;
export const verdictContractNames = Object.keys(checkContracts) as readonly VerdictContractName[];

/**
 * Another question, asked before another antivirus is installed: whether its installer will find nothing of Kaspersky's in
 * its way. What protects the computer meanwhile is not asked.
 */
export const nextAntivirusContract = {
  readBy:
    'whoever installs another antivirus next, a task sequence above all: 0 goes on, everything else has its meaning in the table above',
  answers: {
    ready: answer('success', 'line'),
    blocked: answer('stillPresent', 'line'),
    restartNeeded: answer('restartNeeded', 'line'),
    notKnown: answer('notKnown', 'line'),
    failed: answer('unsupportedSystem', 'nothing', 'line'),
  },
} as const satisfies {
  readonly readBy: string;
  readonly answers: Readonly<Record<NextAntivirus['verdict'] | 'failed', CheckAnswer>>;
};

export type CheckContractName = VerdictContractName | 'next-antivirus';
export const checkContractNames: readonly CheckContractName[] = [
  ...verdictContractNames,
  'next-antivirus',
];
