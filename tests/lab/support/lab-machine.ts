import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KnownHashes } from './file-tree.ts';
import { installFixture } from './fixture-install.ts';
import type { FixtureName } from './fixture-table.ts';
import { labCache, projectFolder } from './lab-paths.ts';
import { type AvailableLab, prepare } from './prepare.ts';
import { parseRegFile, type RegistryKey, type RegistryTree } from './registry-text.ts';
import { RunningProgram, type RunOptions, type RunResult } from './running-program.ts';
import { Sandbox } from './sandbox.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { copyImage, describeImage, knownHashes } from './image.ts';
import { toLinux } from './windows-path.ts';

/** The command line as it was built. */
/**
 * Windows of the lab was started with the computer that it runs on, be it a moment ago; then a run would wait for what starts
 * late. The wait is named, as long as it is at any other time.
 */
function asLong(args: readonly string[]): readonly string[] {
  const waits = args.some((arg) => ['remove', 'clean', 'resume', 'protection'].includes(arg));
  const isNamed = args.includes('--protection-wait') || args.includes('--help');
  return waits && !isNamed ? ['--protection-wait', '2'] : [];
}

const consoleScript = 'C:\\cutover\\out\\main\\console.js';

/** A Windows computer of one test's own: a Wine prefix in Linux namespaces of its own. */
export class LabMachine {
  readonly lab: AvailableLab;
  readonly #folder: string;
  readonly #prefix: string;
  readonly #sandbox: Sandbox;
  readonly #known: KnownHashes;
  #runs = 0;

  private constructor(lab: AvailableLab, folder: string, sandbox: Sandbox, known: KnownHashes) {
    this.lab = lab;
    this.#folder = folder;
    this.#prefix = join(folder, 'prefix');
    this.#sandbox = sandbox;
    this.#known = known;
  }

  /** A copy of an image, usually of the template. */
  static async create(image?: string): Promise<LabMachine> {
    const lab = await prepare();
    if (!lab.available) throw new Error(lab.reason);
    const folder = await mkdtemp(join(labCache, 'machines', `${process.pid}-`));
    return await LabMachine.copy(lab, image ?? lab.template, folder);
  }

  /** The same in a folder that is there. */
  static async copy(lab: AvailableLab, image: string, folder: string): Promise<LabMachine> {
    await copyImage(image, folder);
    const { wine, fixtures } = lab;
    const sandbox = await Sandbox.open({ wine, fixtures, machineFolder: folder });
    return new LabMachine(lab, folder, sandbox, await knownHashes(image));
  }

  /** Ends everything that runs on the machine and deletes it. */
  async destroy(): Promise<void> {
    await this.#sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Shuts the machine down and leaves its folder behind, as an image that others are copied from. */
  async becomeImage(): Promise<void> {
    await this.stop();
    await this.#sandbox.close();
    await describeImage(this.#folder, this.#known);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.destroy();
  }

  /** Runs a Windows program to its end. */
  async run(
    program: string,
    args: readonly string[] = [],
    options: RunOptions = {},
  ): Promise<RunResult> {
    return (await this.start(program, args, options)).wait();
  }

  /** Starts a Windows program and does not wait for it. */
  async start(
    program: string,
    args: readonly string[] = [],
    options: RunOptions = {},
  ): Promise<RunningProgram> {
    const run = String(++this.#runs);
    const [folder, windowsFolder] = [join(this.#folder, 'jobs', run), `J:\\${run}`];
    return RunningProgram.start({
      sandbox: this.#sandbox,
      folder,
      windowsFolder,
      program,
      args,
      options,
    });
  }

  /** Runs Windows Node. In the default working folder, `require('koffi')` is found. */
  async node(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    return this.run('C:\\lab\\node.exe', args, { cwd: 'C:\\cutover', ...options });
  }

  /** Runs the built program under test. */
  async cutover(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    return (await this.startCutover(args, options)).wait();
  }

  async startCutover(args: readonly string[], options: RunOptions = {}): Promise<RunningProgram> {
    await this.#placeProgram();
    return this.start('C:\\lab\\node.exe', [consoleScript, ...args, ...asLong(args)], options);
  }

  /** Installs a fixture for real. */
  async install(...names: readonly FixtureName[]): Promise<void> {
    for (const name of names) await installFixture(this, name);
  }

  /** Imports the text of a `.reg` file. */
  async importReg(text: string): Promise<void> {
    const name = `import-${++this.#runs}.reg`;
    await writeFile(
      join(this.#folder, 'jobs', name),
      `\uFEFF${text.replace(/\r?\n/g, '\r\n')}`,
      'utf16le',
    );
    const { exitCode, stderr } = await this.run('reg.exe', ['import', `J:\\${name}`]);
    if (exitCode !== 0) throw new Error(`reg import ended with ${exitCode}: ${stderr}`);
  }

  /** One registry key of the running machine (64-bit view), or `undefined` if there is none. */
  async readReg(key: string): Promise<RegistryKey | undefined> {
    const tree = await this.readRegTree(key);
    return Object.entries(tree).find(
      ([path]) => path.toLowerCase() === longName(key).toLowerCase(),
    )?.[1];
  }

  /** A registry key of the running machine with everything below it, by full path; empty if there is none. */
  async readRegTree(key: string): Promise<RegistryTree> {
    const name = `export-${++this.#runs}.reg`;
    const { exitCode } = await this.run('reg.exe', ['export', key, `J:\\${name}`, '/y']);
    if (exitCode !== 0) return {};
    const text = await readFile(join(this.#folder, 'jobs', name), 'utf16le');
    return parseRegFile(text.replace(/^\uFEFF/, ''));
  }

  /** Where a Windows path of drive C lies on Linux. */
  toLinux(windowsPath: string): string {
    return toLinux(this.#prefix, windowsPath);
  }

  exists(windowsPath: string): boolean {
    return existsSync(this.toLinux(windowsPath));
  }

  async readFile(windowsPath: string): Promise<string> {
    return readFile(this.toLinux(windowsPath), 'utf8');
  }

  async writeFile(windowsPath: string, content: string | Buffer): Promise<void> {
    const path = this.toLinux(windowsPath);
    await mkdir(dirname(path), { recursive: true });
    // A file of the template may be shared with other machines: replace it, never write into it.
    await rm(path, { force: true });
    await writeFile(path, content);
  }

  /** The whole registry and every file. Ends the Windows session, as a power cut would; the next program boots it. */
  async snapshot(): Promise<Snapshot> {
    await this.stop();
    return readSnapshot(this.#prefix, this.#known);
  }

  /** Restarts Windows: all programs end, delayed moves are carried out, RunOnce is run, services start. */
  async reboot(): Promise<void> {
    await this.stop();
    await this.#sandbox.wine(['wineboot']);
  }

  /** Ends the Windows session and waits until the registry is on disk. The next program boots it again. */
  async stop(): Promise<void> {
    await this.#sandbox.endSession();
  }

  /** Real copies of the program: what runs here must not be able to change the build the next test uses. */
  async #placeProgram(): Promise<void> {
    const target = this.toLinux('C:\\cutover\\out');
    if (existsSync(target)) return;
    const built = join(projectFolder, 'out');
    if (!existsSync(join(built, 'main/console.js')))
      throw new Error('out/main/console.js is missing: build first');
    for (const part of ['main/console.js', 'console'])
      await cp(join(built, part), join(target, part), { recursive: true, dereference: true });
    await cp(join(projectFolder, 'package.json'), this.toLinux('C:\\cutover\\package.json'));
  }
}

const rootNames: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKU: 'HKEY_USERS',
};

function longName(key: string): string {
  return key.replace(/^[^\\]+/, (root) => rootNames[root.toUpperCase()] ?? root);
}
