import { nextSteps } from './next-steps.ts';
import type { RunRecord } from './record.ts';
import type { NextStep } from './run-outcomes.ts';

/** Where the window takes a person for a step: to a page, to a move, or to the vendor. */
export type Way = 'again' | 'restart' | 'password' | 'vendorTool' | 'protection';

interface Place {
  readonly way: Way | null;
  /** What the same is on the command line. */
  readonly command: string | null;
}

const nowhere: Place = { way: null, command: null };

function inWindow(way: Way): Place {
  return { way, command: null };
}

/** Where each step is taken; what is only to be read or known has no place. */
export const places: Readonly<Record<NextStep, Place>> = {
  resumeUnfinished: { way: 'again', command: 'cutover resume' },
  again: inWindow('again'),
  nothingKeepReport: nowhere,
  nothing: nowhere,
  saveAndRestart: inWindow('restart'),
  saveOpenWork: nowhere,
  checkAfterRestart: { way: 'restart', command: 'cutover resume' },
  reactivateDefender: {
    way: 'protection',
    command: 'cutover protection --reactivate-defender',
  },
  checkProtection: { way: 'protection', command: 'cutover check' },
  seeToDanger: nowhere,
  removeRemains: nowhere,
  leaveRemains: nowhere,
  decideAboutHost: nowhere,
  useVendorTool: inWindow('vendorTool'),
  restartAndResume: { way: 'restart', command: 'cutover resume' },
  ifItStays: nowhere,
  findPassword: inWindow('password'),
  liftProtection: nowhere,
  rightPassword: inWindow('password'),
  doNotGuess: nowhere,
  waitForInstaller: inWindow('again'),
  readFailedStep: nowhere,
  restartThenAgain: inWindow('restart'),
  restart: inWindow('restart'),
  solveFirst: nowhere,
  startForReal: nowhere,
  turnOn: inWindow('protection'),
  updateSignatures: inWindow('protection'),
  installAnother: inWindow('protection'),
  protectAtOnce: inWindow('protection'),
  handInPackage: { way: null, command: 'cutover remove --package FILE' },
  askConsole: nowhere,
  sayWhose: { way: null, command: 'cutover remove --own-computer' },
  resetPassword: inWindow('vendorTool'),
  startCleaner: nowhere,
  startRemovalTool: inWindow('vendorTool'),
  cleanUp: { way: null, command: 'cutover remove' },
};

/** The ways that are open after a run, the one to take first in front. */
export function nextWays(record: RunRecord): readonly Way[] {
  return [...new Set(nextSteps(record).flatMap((step) => places[step].way ?? []))];
}
