/**
 * Runs on the Windows of the lab: lists the programs in every way side by side and compares the names with what
 * was written. Takes the number of rounds over standard input.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';
import { compareNames, type NameCheck } from '../compare-names.ts';
import { type Times, timeSideBySide, type Way } from '../measure.ts';
import { uninstallPaths, writtenPrograms } from '../uninstall-registry.ts';
import {
  fetchInstalledSoftware,
  nativeReg,
  ourPrograms,
  ourRawValues,
  regExport,
  regQuery,
  type WayToList,
} from './ways-to-list.ts';

export interface ListedPrograms {
  /** Milliseconds of the ways that take fractions of a second, and of those that take seconds. */
  readonly quick: Times;
  readonly slow: Times;
  readonly names: Readonly<Record<string, NameCheck>>;
  /** Ways that do not work here, with the reason. */
  readonly unavailable: Readonly<Record<string, string>>;
  /** Keys whose ten values, read by us, are exactly what was written. */
  readonly exactKeys: number;
  /** Programs whose every field, shown by us, is exactly what was written. */
  readonly exactPrograms: number;
}

const { rounds } = JSON.parse(readFileSync(0, 'utf8')) as { readonly rounds: number };
const registry = new WindowsRegistry();
const programs = ourPrograms(registry);
const rawValues = ourRawValues(registry);
const unavailable: Record<string, string> = {};
const quick = {
  programs,
  rawValues,
  ...available({ nativeReg: () => nativeReg('all'), nativeRegShown: () => nativeReg('shown') }),
};
const slow = { programs, ...available({ regExport, regQuery, fetchInstalledSoftware }) };
const result: ListedPrograms = {
  quick: await timeSideBySide(runsOf(quick), { rounds, warmUp: 1 }),
  slow: await timeSideBySide(runsOf(slow), { rounds, warmUp: 0 }),
  names: Object.fromEntries(
    Object.entries({ ...slow, ...quick })
      .filter(([name]) => !(name in unavailable))
      .map(([name, way]) => [name, compareNames(way.names())]),
  ),
  unavailable,
  exactKeys: countExactKeys(),
  exactPrograms: countExactPrograms(),
};
console.log(JSON.stringify(result));

function available(makers: Record<string, () => WayToList>): Record<string, WayToList> {
  const ways: Record<string, WayToList> = {};
  for (const [name, make] of Object.entries(makers)) {
    try {
      ways[name] = make();
    } catch (error) {
      markUnavailable(name, error);
    }
  }
  return ways;
}

/** Ours run unguarded: their failure is a defect. */
function runsOf(ways: Readonly<Record<string, WayToList>>): Record<string, Way> {
  return Object.fromEntries(
    Object.entries(ways).map(([name, way]) => [
      name,
      way === programs || way === rawValues ? way.run : () => runGuarded(name, way),
    ]),
  );
}

/** A way of others that fails is left out of the result and costs the rest nothing. */
async function runGuarded(name: string, way: WayToList): Promise<void> {
  try {
    if (!(name in unavailable)) await way.run();
  } catch (error) {
    markUnavailable(name, error);
  }
}

function markUnavailable(name: string, error: unknown): void {
  unavailable[name] = String(error).split('\n')[0] ?? '';
}

function countExactKeys(): number {
  const found = new Map(
    rawValues.keys().map(({ path, values }) => {
      const data = [...values.values()].map((value) => [value.name, value.data] as const);
      return [path, Object.fromEntries(data)] as const;
    }),
  );
  return writtenPrograms.filter(({ view, keyName, values }) =>
    isDeepStrictEqual(found.get(`${uninstallPaths[view]}\\${keyName}`), values),
  ).length;
}

function countExactPrograms(): number {
  const found = new Set(programs.programs().map((program) => JSON.stringify(program)));
  return writtenPrograms.filter(({ view, keyName, values }) =>
    found.has(
      JSON.stringify({
        key: `${uninstallPaths[view]}\\${keyName}`,
        keyName,
        scope: view,
        userSid: null,
        displayName: values['DisplayName'],
        displayVersion: values['DisplayVersion'],
        publisher: values['Publisher'],
        installLocation: values['InstallLocation'],
        installDate: values['InstallDate'],
        uninstallString: values['UninstallString'],
        quietUninstallString: values['QuietUninstallString'],
        windowsInstaller: values['WindowsInstaller'] === 1,
        systemComponent: false,
      }),
    ),
  ).length;
}
