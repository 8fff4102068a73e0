import { describe, expect, it } from 'vitest';
import { collectPendingRestarts } from '../../../../../../src/main/machine/sources/registry/collect-pending-restarts.ts';
import {
  TreeRegistry,
  treeRegistryOf,
  type LooseValue,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const system = 'HKLM\\SYSTEM\\CurrentControlSet';
const session = `${system}\\Control\\Session Manager`;

function sourcesOf(keys: Record<string, Record<string, LooseValue>>): string[] {
  const { state, items } = collectPendingRestarts(treeRegistryOf(keys));
  expect(state).toBe(items.length > 0 ? 'read' : 'empty');
  return items.map((item) => item.source);
}

describe('collectPendingRestarts', () => {
  it.each([
    `${windows}\\Component Based Servicing\\RebootPending`,
    `${windows}\\Component Based Servicing\\RebootInProgress`,
    `${windows}\\Component Based Servicing\\PackagesPending`,
    `${windows}\\WindowsUpdate\\Auto Update\\RebootRequired`,
    `${windows}\\WindowsUpdate\\Auto Update\\PostRebootReporting`,
    `${windows}\\Installer\\InProgress`,
    'HKLM\\SOFTWARE\\Microsoft\\ServerManager\\CurrentRebootAttempts',
  ])('takes the key %s as a sign', (key) => {
    expect(sourcesOf({ [key]: {} })).toEqual([key]);
  });

  it.each([
    [`${windows}\\Component Based Servicing`, 'PackagesPending', 1],
    [`${windows}\\RunOnce`, 'DVDRebootSignal', ''],
    [`${system}\\Services\\Netlogon`, 'JoinDomain', 'x'],
    [`${system}\\Services\\Netlogon`, 'AvoidSpnSet', 0],
    ['HKLM\\SOFTWARE\\Microsoft\\Updates', 'UpdateExeVolatile', 2],
    [session, 'PendingFileRenameOperations', ['\\??\\C:\\x', '']],
    [session, 'PendingFileRenameOperations2', ['\\??\\C:\\x', '']],
  ])('takes the value %s\\%s as a sign', (key, name, data) => {
    expect(sourcesOf({ [key]: { [name]: data } })).toEqual([`${key}\\${name}`]);
  });

  it.each([
    ['an update counter of zero', 'HKLM\\SOFTWARE\\Microsoft\\Updates', { UpdateExeVolatile: 0 }],
    ['an empty list of file operations', session, { PendingFileRenameOperations: [] }],
    ['the parents of the signs', windows, {}],
    [
      'the copy that an NSIS uninstaller leaves in Temp',
      session,
      { PendingFileRenameOperations: ['\\??\\C:\\users\\a\\Temp\\~nsuA.tmp\\Un.exe', ''] },
    ],
  ])('does not take %s as a sign', (_what, key, values) => {
    expect(sourcesOf({ [key]: values })).toEqual([]);
  });

  it('names the first twenty files of the file operations that wait', () => {
    const pairs = Array.from({ length: 25 }, (_, index) => [
      `\\??\\C:\\Program Files\\K\\${index}.dll`,
      '',
    ]).flat();
    const list = ['*1\\??\\C:\\first', '!\\??\\C:\\target', ...pairs];
    const { items } = collectPendingRestarts(
      treeRegistryOf({ [session]: { PendingFileRenameOperations: list } }),
    );
    const named = Array.from({ length: 19 }, (_, index) => `C:\\Program Files\\K\\${index}.dll`);
    expect(items).toEqual([
      {
        source: `${session}\\PendingFileRenameOperations`,
        detail: `${['C:\\first', ...named].join('; ')}; …`,
      },
    ]);
  });

  it('takes a new name of the computer as a sign', () => {
    const parent = `${system}\\Control\\ComputerName`;
    const named = (active: string, next: string) =>
      sourcesOf({
        [`${parent}\\ActiveComputerName`]: { ComputerName: active },
        [`${parent}\\ComputerName`]: { ComputerName: next },
      });
    expect([named('PC', 'NEW'), named('PC', 'pc')]).toEqual([[parent], []]);
  });

  it('does not say that nothing is pending where it could not look', () => {
    expect(collectPendingRestarts(new TreeRegistry()).state).toBe('unreadable');
  });
});
