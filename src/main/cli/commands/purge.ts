import { message } from '../../../shared/domain/message.ts';
import { bytesOf } from '../../../shared/domain/run/quarantined.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { purgeNote, type Kept } from '../../engine/record/quarantine.ts';
import type { Machine } from '../../machine/machine.ts';
import { visible } from '../../report/visible.ts';
import { carryOutPurge, preparePurge } from '../../session/purge.ts';
import { findRun } from '../flags/find-run.ts';
import { openDataFolder, openMachine, type MachineOptions } from '../flags/machines.ts';
import { answered, ended, type CommandEnd } from '../results/command-end.ts';
import { styled } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { yes } from '../terminal/yes.ts';

export interface PurgeOptions extends MachineOptions {
  readonly yes?: boolean;
}

/** `cutover purge`: deletes what a run keeps in its quarantine, for good. */
export async function purgeCommand(
  options: PurgeOptions,
  terminal: Terminal,
  words: Translator,
  runId = '',
): Promise<CommandEnd> {
  const data = await openDataFolder(options, 'write', { terminal, words });
  if (!data.ok) return data.end;
  const run = findRun(data.value, runId);
  if (!run.ok) return run.end;
  const machine = await openMachine(options);
  if (!machine.ok) return machine.end;
  try {
    return await purge(machine.value, run.value, options, { terminal, words });
  } finally {
    await machine.value.close();
  }
}

async function purge(
  machine: Machine,
  run: Parameters<typeof preparePurge>[1],
  options: PurgeOptions,
  { terminal, words }: Person,
): Promise<CommandEnd> {
  const prepared = await preparePurge(machine, run);
  if ('why' in prepared) return ended(prepared.exit, prepared.why);
  const { things } = prepared;
  const isBegun = purgeNote(run.path)?.endedAt === null;
  if (things.length === 0 && !isBegun) {
    const msg = words.t('terminal.purge.nothing', { run: run.runId });
    terminal.out(msg);
    return answered({ msg, changed: false, purged: { things: [], bytes: 0 } });
  }
  show(things, { terminal, words });
  const refusal = await mayNot(options, { terminal, words });
  if (refusal !== null) return refusal;
  const { failed, notLogged } = await carryOutPurge(prepared);
  if (notLogged !== null) terminal.err(words.render(notLogged));
  if (failed !== null) return { ...ended(failed.exit, failed.why), answer: { changed: true } };
  const bytes = bytesOf(things);
  const msg = words.t('terminal.purge.done', { run: run.runId, size: words.size(bytes) });
  terminal.out(wrapped(msg, terminal.columns, ''));
  const told = things.map((each) => ({ name: each.name, bytes: each.bytes }));
  return answered({ msg, changed: true, purged: { things: told, bytes } });
}

interface Person {
  readonly terminal: Terminal;
  readonly words: Translator;
}

/** What goes for good needs somebody who says so, at the terminal or with the flag. */
async function mayNot(
  options: PurgeOptions,
  { terminal, words }: Person,
): Promise<CommandEnd | null> {
  if (options.yes === true) return null;
  if (!terminal.interactive) return ended('decisionNeeded', message('terminal.purgeNeedsYes'));
  if (await yes(terminal, words, words.t('terminal.ask.purge'))) return null;
  return ended('cancelled', message('terminal.end.cancelled'));
}

function show(things: readonly Kept[], { terminal, words: { t, size } }: Person): void {
  terminal.out(styled(terminal, 'bold', t('terminal.purge.list', { size: size(bytesOf(things)) })));
  for (const { name, bytes } of things)
    terminal.out(`  ${wrapped(`– ${visible(name)} (${size(bytes)})`, terminal.columns, '    ')}`);
}
