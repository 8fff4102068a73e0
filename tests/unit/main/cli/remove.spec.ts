import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { checkChoice } from '../../../../src/main/cli/flags/check-choice.ts';
import { choiceFrom } from '../../../../src/main/cli/flags/choice-options.ts';
import { exitCodes, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import { parseCommandLine } from '../../../../src/shared/windows/command-line.ts';
import { FakeTerminal, type FakeTerminalOptions } from '../../../support/fake-terminal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-remove-'));
});

const cutover = async (args: readonly string[], options?: FakeTerminalOptions) => {
  const terminal = new FakeTerminal(options);
  const code = await runCli([...args, '--fast', '--data-folder', folder], terminal);
  const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
  return { exit: exit as ExitCodeName, terminal };
};

const runFolders = (computer: string) =>
  readdirSync(join(folder, 'practice', computer, 'runs')).map((name) =>
    join(folder, 'practice', computer, 'runs', name),
  );

describe('cutover remove', () => {
  it('asks nothing and changes nothing when the run is unattended and a person would have to decide', async () => {
    const { exit, terminal } = await cutover([
      'remove',
      '--practice',
      'home',
      '--include',
      'passwordManager',
      '--unattended',
    ]);
    expect({
      exit,
      questions: terminal.questions,
      names: /--acknowledge password-vault/.test(terminal.errorText),
    }).toEqual({ exit: 'decisionNeeded', questions: [], names: true });
  });

  it('refuses a package that is no file, or by its name none, and where none can be checked', () => {
    const text = join(folder, 'package.txt');
    const msi = join(folder, 'a, b.msi');
    writeFileSync(text, '');
    writeFileSync(msi, '');
    const exitWith = (file: string, platform: NodeJS.Platform) =>
      checkChoice(choiceFrom({ package: [file] }), platform)?.exit ?? null;
    expect([
      exitWith(text, 'win32'),
      exitWith(join(folder, 'gone.msi'), 'win32'),
      exitWith(msi, 'win32'),
      exitWith(msi, 'linux'),
      exitWith('C:\\gone.msi', 'darwin'),
    ]).toEqual(['badArguments', 'badArguments', null, 'unsupportedSystem', 'unsupportedSystem']);
  });

  it('begins nothing with a package on another system than Windows, and says why', async () => {
    const args = ['remove', '--practice', 'home', '--unattended', '--package', '/handed/in.msi'];
    const { exit, terminal } = await cutover(args);
    const isHere = process.platform === 'win32';
    expect([exit, terminal.errorText.includes('on Windows only')]).toEqual([
      isHere ? 'badArguments' : 'unsupportedSystem',
      !isHere,
    ]);
  });

  it('leads on where a restart left a product by half, and says what it does not do itself', async () => {
    const { terminal } = await cutover(['practice', 'half-restarted']);
    expect(terminal.text.replaceAll(/\s+/g, ' ')).toMatch(
      /It was removed by half.* 1\. Download Kaspersky’s own removal tool.* 2\. Start Cutover again.*gets around no password/,
    );
  });

  it('changes nothing when the person says no', async () => {
    const { exit, terminal } = await cutover(['remove', '--practice', 'home'], {
      interactive: true,
      answers: ['n'],
    });
    const scan = await cutover(['scan', '--practice', 'home', '--json']);
    const { findings } = JSON.parse(scan.terminal.text) as { findings: { state: string }[] };
    expect({ exit, asked: terminal.questions.length }).toEqual({ exit: 'cancelled', asked: 1 });
    expect(findings.some(({ state }) => state === 'installed')).toBe(true);
  });

  it('asks about products by their number, and does not call a repair a product', async () => {
    const asked = async (computer: string) => {
      const { terminal } = await cutover(['remove', '--practice', computer], {
        interactive: true,
        answers: ['n'],
      });
      return terminal.questions.at(-1);
    };
    expect(await asked('home')).toMatch(/^Remove this product now\?/);
    expect(await asked('half-removed')).toMatch(/^Do this now\?/);
  });

  it('stops on a disk encrypted by Kaspersky, whatever the flags say', async () => {
    const { exit } = await cutover([
      'remove',
      '--practice',
      'encrypted',
      '--unattended',
      '--all',
      '--managed-by-us',
      '--acknowledge',
      'disk-encryption,file-encryption',
    ]);
    expect(exit).toBe('stopped');
  });

  it('leaves a managed computer alone until the operator says that it is theirs', async () => {
    const { exit } = await cutover(['remove', '--practice', 'business', '--unattended']);
    expect(exit).toBe('stopped');
  });

  it('tells a missing password from a wrong one and takes the right one from a file', async () => {
    const wrong = join(folder, 'wrong.txt');
    const right = join(folder, 'right.txt');
    writeFileSync(wrong, 'not this\r\n');
    writeFileSync(right, Buffer.from('\uFEFFpractice\r\n', 'utf16le'));
    const remove = async (...more: string[]) =>
      await cutover([
        'remove',
        '--practice',
        'business',
        '--unattended',
        '--managed-by-us',
        '--only',
        'endpoint',
        ...more,
      ]);
    const exits = [
      (await remove()).exit,
      (await remove('--password-file', `kaspersky=${wrong}`)).exit,
      (await remove('--password-file', `kaspersky=${right}`)).exit,
    ];
    expect(exits.slice(0, 2)).toEqual(['passwordMissing', 'passwordWrong']);
    expect(['success', 'restartNeeded', 'remnantsLeft']).toContain(exits[2]);
  });

  it('tries the passwords of a file in turn, and takes no list of guesses', async () => {
    const [several, many] = [join(folder, 'several.txt'), join(folder, 'many.txt')];
    writeFileSync(several, 'not this\r\n\r\nnor this\r\npractice\r\n');
    writeFileSync(many, Array.from({ length: 11 }, (_, index) => `guess ${index}`).join('\n'));
    const business = ['remove', '--practice', 'business', '--unattended', '--managed-by-us'];
    const [guessed, taken] = [
      await cutover([...business, '--password-file', `kaspersky=${many}`]),
      await cutover([...business, '--only', 'endpoint', '--password-file', `kaspersky=${several}`]),
    ];
    expect([guessed.exit, taken.exit]).toEqual(['badArguments', 'restartNeeded']);
  });

  it('lets no password into the folder of the run', async () => {
    const { exit } = await cutover(
      ['remove', '--practice', 'business', '--unattended', '--managed-by-us', '--password-stdin'],
      { input: 'a-Secret-nobody-else-uses\n' },
    );
    const files = runFolders('business').flatMap((run) =>
      readdirSync(run, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')),
    );
    expect(exit).toBe('passwordWrong');
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((text) => text.includes('a-Secret-nobody-else-uses'))).toEqual([]);
  });

  it('performs nothing on a dry run and says what it would do', async () => {
    const { exit, terminal } = await cutover([
      'remove',
      '--practice',
      'home',
      '--dry-run',
      '--unattended',
    ]);
    const scan = await cutover(['scan', '--practice', 'home', '--json']);
    const { findings } = JSON.parse(scan.terminal.text) as { findings: { state: string }[] };
    expect({ exit, says: /dry run; nothing was changed/.test(terminal.text) }).toEqual({
      exit: 'success',
      says: true,
    });
    expect(findings.some(({ state }) => state === 'installed')).toBe(true);
  });

  it('prints one JSON document that deployment tools understand', async () => {
    const { exit, terminal } = await cutover([
      'remove',
      '--practice',
      'home',
      '--unattended',
      '--json',
    ]);
    const document = JSON.parse(terminal.text) as Record<string, unknown>;
    expect({
      exit,
      errors: terminal.errors,
      changed: document['changed'],
      failed: document['failed'],
      rc: document['rc'],
      reboot: document['reboot_required'],
    }).toEqual({
      exit: 'restartNeeded',
      errors: [],
      changed: true,
      failed: false,
      rc: exitCodes.restartNeeded.posix,
      reboot: true,
    });
  });

  it('keeps VPN and password manager unless they are chosen', async () => {
    const { terminal } = await cutover(['plan', '--practice', 'home', '--json']);
    const { steps, kept } = (
      JSON.parse(terminal.text) as {
        plan: { steps: { about: { family: string } }[]; kept: { reason: string }[] };
      }
    ).plan;
    expect(steps.map(({ about }) => about.family)).toEqual(['antivirus']);
    expect(kept.filter(({ reason }) => reason === 'notChosen').length).toBeGreaterThan(1);
  });
});

describe('cutover resume', () => {
  it('finishes a run after the restart and can be called again', async () => {
    const first = await cutover(['remove', '--practice', 'home', '--unattended']);
    const second = await cutover(['resume', '--practice', 'home']);
    const third = await cutover(['resume', '--practice', 'home']);
    expect([first.exit, second.exit, third.exit]).toEqual([
      'restartNeeded',
      'success',
      'runNotFound',
    ]);
  });

  it('is told as it has to be typed after the restart, whatever folder keeps the run', async () => {
    folder = join(folder, 'runs of ours');
    const { terminal } = await cutover(['remove', '--practice', 'home', '--unattended']);
    const told = /After the restart: (?<command>cutover resume .*)$/.exec(
      terminal.text.trimEnd().replaceAll('\n', ' '),
    );
    const typed = parseCommandLine(told?.groups?.['command'] ?? '');
    if (!typed.ok) throw new Error(terminal.text);
    const [runId = ''] = runFolders('home').map((each) => basename(each));
    const place = ['--practice', 'home', '--data-folder', folder];
    expect(typed.args).toEqual(['resume', runId, ...place]);
    const again = await runCli([...typed.args, '--fast'], new FakeTerminal());
    expect(again).toBe(exitCodes.success.posix);
  });
});

describe('cutover report', () => {
  it('prints the report of a run again, as text, HTML and JSON, and lists the runs', async () => {
    await cutover(['remove', '--practice', 'home', '--unattended']);
    const list = await cutover(['report', '--practice', 'home']);
    const [runId = ''] = list.terminal.text.split(' ');
    const report = async (...more: string[]) =>
      (await cutover(['report', runId, '--practice', 'home', ...more])).terminal.text;
    const text = await report();
    const html = await report('--format', 'html');
    const json = JSON.parse(await report('--json')) as { record: { runId: string } };
    expect({ id: json.record.runId, html: html.slice(0, 15).toLowerCase() }).toEqual({
      id: runId,
      html: '<!doctype html>',
    });
    expect(text).toContain('Kaspersky');
  });

  it('says in the list of runs what stayed, and does not call Kaspersky gone without it', async () => {
    await cutover(['remove', '--practice', 'home', '--unattended']);
    await cutover(['resume', '--practice', 'home']);
    const { terminal } = await cutover(['report', '--practice', 'home']);
    expect(terminal.text).toMatch(/Kaspersky is gone except .*Kaspersky VPN/);
  });
});

describe('what cutover remove shows before it begins', () => {
  const shown = async (computer: string) =>
    (
      await cutover(['remove', '--practice', computer, '--unattended', '--fast'])
    ).terminal.text.replaceAll(/\s+/g, ' ');

  it('does not call it nothing where traces and dangers are seen to afterwards', async () => {
    const text = await shown('half-removed');
    expect([
      text.includes('There is nothing to remove.'),
      text.includes('It does nothing by itself'),
      text.includes('Cutover tries to mend this in this run.'),
    ]).toEqual([false, false, true]);
  });

  it('says that there is nothing where nothing is', async () => {
    expect(await shown('clean')).toContain('There is nothing to remove.');
  });
});
