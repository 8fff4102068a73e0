import type { Result } from '../../../shared/domain/run/result.ts';
import { english } from '../../../shared/words/english.ts';
import { jsonText } from '../../report/json-text.ts';
import { wordsOf } from '../terminal/said.ts';
import type { CommandEnd } from './command-end.ts';

/** The one document that a command prints for programs. `rc` is what the process ends with. */
export function resultText(
  { exit, says = [], answer = {} }: CommandEnd,
  { command, rc }: Pick<Result, 'command' | 'rc'>,
): string {
  const { t } = english;
  const said = says.map((each) => wordsOf(each, english)).join('\n');
  const result: Result = {
    format: 'cutover-result/1',
    command,
    name: exit,
    rc,
    failed: exit !== 'success' && exit !== 'restartNeeded',
    changed: false,
    msg: said === '' ? t(`exitCode.${exit}.meaning`) : said,
    action: t(`exitCode.${exit}.action`),
    reboot_required: exit === 'restartNeeded' || (answer.state?.restart ?? null) !== null,
    state: null,
    ...answer,
  };
  return jsonText(result);
}
