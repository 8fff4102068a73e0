import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import type { DeepScan } from '../../machine/machine.ts';
import { got, not, type Got } from '../results/command-end.ts';
import { addMaxRuntimeOption } from './recording-options.ts';

/** Whether every program on the disks is looked at, and on which. */
export interface DeepOptions {
  readonly deep?: boolean;
  readonly deepAllDisks?: boolean;
  readonly deepIn?: readonly string[];
}

export function addDeepOptions(command: Command, words: Translator): Command {
  const { t } = words;
  const folders = (folder: string, previous: readonly string[] = []) => [...previous, folder];
  return addMaxRuntimeOption(
    command
      .option('--deep', t('terminal.flag.deep'))
      .option('--deep-all-disks', t('terminal.flag.deepAllDisks'))
      .option('--deep-in <folder>', t('terminal.flag.deepIn'), folders),
    words,
  );
}

interface Source {
  readonly from?: string;
  readonly practice?: string | true;
}

/** What the flags ask for; undefined where they ask for no deep scan. */
export async function deepScanFrom(
  options: DeepOptions & Source,
): Promise<Got<DeepScan | undefined>> {
  const { deep = false, deepAllDisks = false, deepIn = [] } = options;
  const clash = clashIn(options);
  if (clash !== null) return not('badArguments', message('terminal.wrong.notTogether', clash));
  if (deepIn.length > 0) return await foldersFrom(deepIn);
  if (deepAllDisks) return got({ disks: 'all' });
  return got(deep ? { disks: 'fixed' } : undefined);
}

/** A file has no disks, a practice computer has none but what was recorded, and one folder is not all of them. */
function clashIn({ deep, deepAllDisks, deepIn, from, practice }: DeepOptions & Source) {
  const [all, within] = ['--deep-all-disks', '--deep-in'];
  const clashes: readonly (readonly [unknown, unknown, string, string])[] = [
    [deepIn, deepAllDisks, within, all],
    [from, deep, '--from', '--deep'],
    [from, deepAllDisks, '--from', all],
    [practice, deepIn, '--practice', within],
    [practice, deepAllDisks, '--practice', all],
  ];
  const found = clashes.find(([one, other]) => isGiven(one) && isGiven(other));
  return found === undefined ? null : { one: found[2], other: found[3] };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false;
}

async function foldersFrom(named: readonly string[]): Promise<Got<DeepScan>> {
  const folders = named.map((folder) => resolve(/^[a-z]:$/i.test(folder) ? `${folder}\\` : folder));
  for (const folder of folders) {
    if (!(await isFolder(folder)))
      return not('badArguments', message('terminal.wrong.noFolder', { folder }));
  }
  return got({ folders });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
