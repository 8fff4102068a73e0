import type { RestartChoice } from './restart-choice.ts';

/** What is done about a restart where nobody said anything. */
export const usualRestart: RestartChoice = {
  restart: 'never',
  delaySeconds: 60,
  message: null,
  goesOn: null,
};
