import { dirname } from 'node:path/win32';
import type { ActionOf } from '../../../../shared/domain/action.ts';
import { argumentsFor, taskNameOf } from '../../../../shared/domain/restart/continuation.ts';
import type { GoesOn } from '../../../../shared/domain/restart/restart-choice.ts';
import { quotedArguments } from '../../../../shared/windows/command-line.ts';
import type { ContinuationTask } from '../perform/restart-control.ts';

/** Nothing is left for ever of a registration whose program was moved, or is too old to know of it. */
const daysToLive = 30;

/** LocalSystem, and the group of administrators: these have the same number on every computer. */
const who: Readonly<Record<GoesOn, string>> = {
  startUp: '<UserId>S-1-5-18</UserId>',
  signIn: '<GroupId>S-1-5-32-544</GroupId>',
};
const triggers: Readonly<Record<GoesOn, string>> = {
  startUp: 'BootTrigger',
  signIn: 'LogonTrigger',
};

/**
 * The task that goes on with a run. It ends by itself after a month, also where nothing of ours ever runs again; on battery it
 * runs as well; and nobody ends it in the middle of a step. Source: Microsoft, win32 docs, "Task Scheduler Schema".
 */
export function continuationTask(
  { runId, program, args: common, when }: ActionOf<'registerContinuation'>,
  now: Date,
): ContinuationTask {
  const args = argumentsFor(when, common);
  const end = new Date(now);
  end.setUTCDate(end.getUTCDate() + daysToLive);
  const xml = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Cutover</Author>
    <Description>Goes on with run ${runId} of Cutover after the restart, then takes this task away. It ends by itself.</Description>
  </RegistrationInfo>
  <Triggers>
    <${triggers[when]}>
      <EndBoundary>${end.toISOString().slice(0, 19)}Z</EndBoundary>
      <Enabled>true</Enabled>
      <Delay>PT30S</Delay>
    </${triggers[when]}>
  </Triggers>
  <Principals>
    <Principal id="Author">
      ${who[when]}
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>false</AllowHardTerminate>
    <StartWhenAvailable>false</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <DeleteExpiredTaskAfter>PT0S</DeleteExpiredTaskAfter>
    <Priority>5</Priority>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escaped(program)}</Command>
      <Arguments>${escaped(quotedArguments(args))}</Arguments>
      <WorkingDirectory>${escaped(dirname(program))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
  return { name: taskNameOf(runId), xml, when, program, args };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
