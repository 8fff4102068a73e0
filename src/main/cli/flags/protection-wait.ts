import { InvalidArgumentError, type Command } from 'commander';

export interface ProtectionWaitOptions {
  /** Minutes. */
  readonly protectionWait?: number;
}

export function addProtectionWaitOption(command: Command): Command {
  return command.option(
    '--protection-wait <minutes>',
    'how long another antivirus may take to come up after a removal (default: 2; 0 looks once)',
    minutes,
  );
}

/** Milliseconds; undefined means the usual time. */
export function protectionWaitMs({ protectionWait }: ProtectionWaitOptions): number | undefined {
  return protectionWait === undefined ? undefined : Math.round(protectionWait * 60_000);
}

const longestMinutes = 60;

function minutes(value: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : -1;
  if (number >= 0 && number <= longestMinutes) return number;
  throw new InvalidArgumentError(`Minutes are a number from 0 to ${longestMinutes}.`);
}
