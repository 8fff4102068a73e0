import type { Result } from '../../../shared/domain/run/result.ts';
import { english } from '../../../shared/words/english.ts';
import { asciiJson, jsonLine, jsonText } from '../../report/json-text.ts';
import { wordsOf } from '../terminal/said.ts';
import type { CommandEnd, MachineEnd } from './command-end.ts';

/** The one document that a command prints for programs. `rc` is what the process ends with. */
export function resultText(end: CommandEnd, about: About): string {
  return asciiJson(jsonText(resultOf(end, about)));
}

/** The same about one machine of several, on one line. */
export function machineLine({ file, computer, end }: MachineEnd, about: About): string {
  return asciiJson(jsonLine({ ...resultOf(end, about), file, computer }));
}

type About = Pick<Result, 'command' | 'rc'>;

/** The same as a value. */
export function resultOf(
  { exit, says = [], answer = {} }: CommandEnd,
  { command, rc }: About,
): Result {
  const { t } = english;
  const said = says.map((each) => wordsOf(each, english)).join('\n');
  return {
    format: 'cutover-result/1',
    command,
    name: exit,
    rc,
    failed: exit !== 'success' && !isRestart(exit),
    changed: false,
    msg: said === '' ? t(`exitCode.${exit}.meaning`) : said,
    action: t(`exitCode.${exit}.action`),
    reboot_required: isRestart(exit) || (answer.state?.restart ?? null) !== null,
    state: null,
    ...answer,
  };
}

function isRestart(exit: CommandEnd['exit']): boolean {
  return exit === 'restartNeeded' || exit === 'restartStarted';
}
