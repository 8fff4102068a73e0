import { writeFile } from 'node:fs/promises';
import { message } from '../../../shared/domain/message.ts';
import type { SelfTest } from '../../../shared/domain/run/self-test.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import type { Machine } from '../../machine/machine.ts';
import * as machines from '../../machine/open-machine.ts';
import { IdentityRedactor } from '../../report/bundle/redact-identity.ts';
import { jsonText } from '../../report/json-text.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { selfTests, type Reading } from '../../session/self-tests.ts';
import { openMachine, type MachineOptions } from '../flags/machines.ts';
import { readMachine } from '../flags/read-machine.ts';
import { answered, ended, got, type CommandEnd, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface SelfTestOptions extends MachineOptions {
  readonly out?: string;
}

/** `cutover selftest`: whether Windows answers Cutover as it should; reads twice and changes nothing. */
export async function selfTestCommand(
  options: SelfTestOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const opened = await openMachine(options);
  if (!opened.ok) return opened.end;
  const first = await reading(opened.value, terminal, words);
  if (!first.ok) return first.end;
  const second = await reading(opened.value, terminal, words);
  if (!second.ok) return second.end;
  const tests = selfTests({
    readings: [first.value, second.value],
    changeablePlace: await machines.changeablePlace('folder'),
    recordsProblem: await recordsProblem(options, words),
  });
  show(tests, terminal, words);
  if (options.out === undefined) return answered({ selfTest: [...tests] });
  return await save(options.out, tests, first.value, terminal, words);
}

async function reading(
  machine: Machine,
  terminal: Terminal,
  words: Translator,
): Promise<Got<Reading>> {
  const begun = performance.now();
  const inventory = await readMachine(machine, terminal, words);
  if (!inventory.ok) return inventory;
  return got({ inventory: inventory.value, durationMs: performance.now() - begun });
}

async function recordsProblem(
  { practice, dataFolder }: SelfTestOptions,
  words: Translator,
): Promise<string | null> {
  if (practice !== undefined) return null;
  const opened = await machines.openDataFolder({ practice: null, dataFolder }, 'read');
  return opened.ok ? null : words.render(opened.why);
}

function show(tests: readonly SelfTest[], terminal: Terminal, { t }: Translator): void {
  for (const { id, state, seen } of tests) {
    terminal.out(`${t(`selfTest.state.${state}`)}: ${t(`selfTest.${id}`)}`);
    for (const each of seen) terminal.out(`    ${each}`);
  }
}

/** What a person sends to whoever helps them, without names of people and computers. */
async function save(
  path: string,
  tests: readonly SelfTest[],
  { inventory, durationMs }: Reading,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const { osName, osBuild, edition, architecture, language, elevated } = inventory.machine;
  const computer = inventory.machine.computerName;
  const redactor = new IdentityRedactor(
    computer === null ? [] : [{ kind: 'computer', name: computer }],
  );
  for (const { seen } of tests) for (const text of seen) redactor.learn(text);
  const report = jsonText({
    format: 'cutover-selftest/1',
    version: cutoverVersion,
    platform: `${machines.thisPlatform} ${process.arch}`,
    node: process.versions.node,
    windows: { osName, osBuild, edition, architecture, language, elevated },
    durationMs: Math.round(durationMs),
    tests: tests.map((test) => ({ ...test, seen: test.seen.map((text) => redactor.redact(text)) })),
  });
  try {
    await writeFile(path, `${report}\n`);
  } catch (error) {
    const detail = (error as Error).message;
    return ended('cannotWrite', message('terminal.end.notWritten', { path, detail }));
  }
  terminal.out(`\n${words.t('page.report.savedTo', { path })}`);
  return answered({ selfTest: [...tests], written: path });
}
