/** Runs on the Windows of the lab: the ways to list programs that are compared. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { collectPrograms } from '../../../src/main/machine/sources/registry/collect-programs.ts';
import type { RegistryKey } from '../../../src/main/machine/registry/registry.ts';
import type { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';
import type { Names } from '../compare-names.ts';
import { uninstallPaths } from '../uninstall-registry.ts';

/** `run` is timed, `names` reads what it found last. */
export interface WayToList {
  readonly run: () => unknown;
  readonly names: () => Names;
}

const load = createRequire(import.meta.url);
const paths = Object.values(uninstallPaths);

export function ourPrograms(registry: WindowsRegistry): WayToList & { programs(): object[] } {
  let found: ReturnType<typeof collectPrograms>['items'] = [];
  return {
    run: () => {
      found = collectPrograms(registry).items;
    },
    names: () => new Map(found.map((item) => [item.keyName, item.displayName ?? undefined])),
    programs: () => found,
  };
}

export function ourRawValues(registry: WindowsRegistry): WayToList & { keys(): RegistryKey[] } {
  let found: RegistryKey[] = [];
  return {
    run: () => {
      found = paths.flatMap((path) => {
        const read = registry.readChildren(path);
        return read.found ? read.value.keys : [];
      });
    },
    names: () =>
      new Map(found.map(({ name, values }) => [name, textOf(values.get('displayname')?.data)])),
    keys: () => found,
  };
}

interface NativeReg {
  readonly HKLM: number;
  readonly Access: { readonly READ: number; readonly WOW64_64KEY: number };
  openKey(key: unknown, path: string, access: number): unknown;
  closeKey(key: unknown): void;
  enumKeyNames(key: unknown): string[];
  enumValueNames(key: unknown): string[];
  queryValue(key: unknown, name: string): unknown;
}

/** The values that `collectPrograms` shows. */
const shown = [
  'DisplayName',
  'DisplayVersion',
  'Publisher',
  'InstallLocation',
  'InstallDate',
  'UninstallString',
  'QuietUninstallString',
  'WindowsInstaller',
  'SystemComponent',
];

/** Used as its description shows. `all` reads every value; `shown` asks for the nine that we show. */
export function nativeReg(what: 'all' | 'shown'): WayToList {
  const api = load('native-reg') as NativeReg;
  const access = api.Access.READ | api.Access.WOW64_64KEY;
  let found = new Map<string, Map<string, unknown>>();
  const readKey = (parent: unknown, name: string) => {
    const key = api.openKey(parent, name, access);
    const names = what === 'all' ? api.enumValueNames(key) : shown;
    const values = new Map(names.map((each) => [each, api.queryValue(key, each)]));
    api.closeKey(key);
    return values;
  };
  return {
    run: () => {
      found = new Map();
      for (const path of paths) {
        const parent = api.openKey(api.HKLM, path.slice('HKLM\\'.length), access);
        for (const name of api.enumKeyNames(parent)) found.set(name, readKey(parent, name));
        api.closeKey(parent);
      }
    },
    names: () =>
      new Map([...found].map(([key, values]) => [key, textOf(values.get('DisplayName'))])),
  };
}

interface FetchInstalledSoftware {
  getAllInstalledSoftware(): Promise<readonly Readonly<Record<string, string>>[]>;
}

export function fetchInstalledSoftware(): WayToList {
  const api = load('fetch-installed-software') as FetchInstalledSoftware;
  let found: Awaited<ReturnType<typeof api.getAllInstalledSoftware>> = [];
  return {
    run: async () => {
      found = await api.getAllInstalledSoftware();
    },
    names: () => new Map(found.map((row) => [row['RegistryDirName'] ?? '', row['DisplayName']])),
  };
}

/** Without the time to take its output apart. */
export function regQuery(): WayToList {
  const files = paths.map((_, index) => `C:\\reg-query-${index}.txt`);
  return {
    run: () => inTurn(paths, (path, index) => reg(['query', path, '/s'], files[index])),
    names: () => new Map(files.flatMap((file) => namesInQuery(decode(readFileSync(file))))),
  };
}

/** Without the time to read the files that it writes. */
export function regExport(): WayToList {
  const files = paths.map((_, index) => `C:\\reg-export-${index}.reg`);
  return {
    run: () => inTurn(paths, (path, index) => reg(['export', path, files[index] ?? '', '/y'])),
    names: () =>
      new Map(files.flatMap((file) => namesInExport(readFileSync(file).toString('utf16le')))),
  };
}

async function inTurn(
  list: readonly string[],
  each: (item: string, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, item] of list.entries()) await each(item, index);
}

async function reg(args: readonly string[], outputFile?: string): Promise<void> {
  const output = outputFile === undefined ? 'ignore' : openSync(outputFile, 'w');
  const program = `${process.env['SystemRoot']}\\System32\\reg.exe`;
  const child = spawn(program, args, { stdio: ['ignore', output, 'ignore'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (typeof output === 'number') closeSync(output);
  if (code !== 0) throw new Error(`reg.exe ${args[0]} ended with ${code}`);
}

/** Code page 437, in which `reg.exe` writes in the lab, from 128 on. Source: Unicode Consortium, CP437.TXT. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/** As well as it can be read: what the code page lacks was lost when it was written. */
function decode(bytes: Buffer): string {
  return Array.from(bytes, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : codePage437[byte - 128],
  ).join('');
}

function namesInQuery(text: string): [string, string | undefined][] {
  return text.split(/^HKEY_LOCAL_MACHINE/m).flatMap((block) => {
    const key = /^.*\\Uninstall\\([^\r\n]+)/.exec(block)?.[1];
    const name = /^ +DisplayName +REG_SZ +(.*?)\r?$/m.exec(block)?.[1];
    return key === undefined ? [] : [[key, name] as [string, string | undefined]];
  });
}

function namesInExport(text: string): [string, string | undefined][] {
  return text.split(/^\[HKEY_LOCAL_MACHINE/m).flatMap((block) => {
    const key = /^.*\\Uninstall\\([^\r\n]+)\]/.exec(block)?.[1];
    const name = /^"DisplayName"="(.*?)"\r?$/m.exec(block)?.[1];
    return key === undefined ? [] : [[key, name] as [string, string | undefined]];
  });
}

function textOf(data: unknown): string | undefined {
  return typeof data === 'string' ? data : undefined;
}
