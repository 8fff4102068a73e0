import { describe, expect, it } from 'vitest';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { mpCmdRunPaths } from '../../../../../../src/main/machine/windows/perform/find-mp-cmd-run.ts';

const variables = new Map([
  ['PROGRAMDATA', 'C:\\ProgramData'],
  ['PROGRAMFILES', 'C:\\Program Files'],
  ['SYSTEMROOT', 'C:\\Windows'],
]);
const first = 'C:\\Program Files\\Windows Defender\\MpCmdRun.exe';

function pathsFor(imagePath: string): string[] {
  const registry = treeRegistryOf({
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinDefend': { ImagePath: imagePath },
  });
  return mpCmdRunPaths(registry, variables);
}

describe('mpCmdRunPaths', () => {
  it('looks beside the program of the service first', () => {
    const platform = 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24110.5-0';
    expect(pathsFor(`"${platform}\\MsMpEng.exe"`)).toEqual([`${platform}\\MpCmdRun.exe`, first]);
  });

  it('takes the program of the service without its arguments', () => {
    const platform = 'C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24110.5-0';
    const [found] = pathsFor(`"${platform}\\MsMpEng.exe" -k C:\\evil\\x.exe`);
    expect(found).toBe(`${platform}\\MpCmdRun.exe`);
  });

  it('names the first place once', () => {
    expect(pathsFor('"%ProgramFiles%\\Windows Defender\\MsMpEng.exe"')).toEqual([first]);
  });

  it.each([
    '"C:\\Users\\Public\\MsMpEng.exe"',
    '"C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\..\\..\\..\\evil\\MsMpEng.exe"',
    '"C:\\ProgramData\\Microsoft\\Windows Defender Neighbour\\MsMpEng.exe"',
    '\\\\server\\share\\MsMpEng.exe',
    '',
  ])('does not believe a service that points at %s', (imagePath) => {
    expect(pathsFor(imagePath)).toEqual([first]);
  });

  it('knows no place where Windows tells nothing', () => {
    expect(mpCmdRunPaths(treeRegistryOf({}), new Map())).toEqual([]);
  });
});
