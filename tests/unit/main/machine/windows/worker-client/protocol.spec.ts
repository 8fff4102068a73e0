import { describe, expect, it } from 'vitest';
import {
  runUninstallerRequestSchema,
  uninstallMsiRequestSchema,
  workerEventSchema,
  workerResult,
} from '../../../../../../src/main/machine/windows/worker-client/protocol.ts';

const request = {
  productCode: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
  properties: { KLLOGIN: 'KLAdmin' },
  secretProperties: [{ name: 'KLPASSWD', value: 'pa55', encoding: 'plain' }],
  passwordProperties: ['KLPASSWD'],
  logFile: 'C:\\msi.log',
  timeLimitMs: 1000,
};

describe('uninstallMsiRequestSchema', () => {
  it('accepts a request as it is sent', () => {
    expect(uninstallMsiRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['a product that is no product code', { productCode: '{x}" REMOVE=ALL' }],
    ['a property name that could be read as something else', { properties: { 'A" B': 'x' } }],
    ['an empty secret', { secretProperties: [{ name: 'P', value: '', encoding: 'plain' }] }],
    ['a part that it does not know', { more: 1 }],
    ['no time limit', { timeLimitMs: 0 }],
  ])('refuses %s', (_what, change) => {
    expect(uninstallMsiRequestSchema.safeParse({ ...request, ...change }).success).toBe(false);
  });

  it('does not repeat a secret in what it says about a bad request', () => {
    const bad = {
      ...request,
      secretProperties: [{ name: 'pa55', value: 'pa55', encoding: 'pa55' }],
    };
    const error = uninstallMsiRequestSchema.safeParse(bad).error;
    expect(JSON.stringify(error?.issues)).not.toContain('pa55');
  });
});

describe('runUninstallerRequestSchema', () => {
  const folder = 'C:\\Program Files\\Kaspersky Lab\\X';
  const run = {
    program: `${folder}\\uninst.exe`,
    args: ['/S'],
    workingFolder: folder,
    maker: { signed: true, name: 'AO Kaspersky Lab' },
    timeLimitMs: 1000,
    endAtLimit: true,
  };

  it('accepts a request as it is sent', () => {
    expect(runUninstallerRequestSchema.parse(run)).toEqual(run);
  });

  it.each([
    ['a share', { program: '\\\\evil\\share\\uninst.exe' }],
    ['a stream', { program: `${folder}\\a.txt:uninst.exe` }],
    ['a way out', { program: `${folder}\\..\\uninst.exe` }],
    ['a bare name', { program: 'uninst.exe' }],
    ['nothing', { program: '' }],
    ['a program of nobody', { maker: { signed: true, name: '' } }],
    ['a program whose maker is not said', { maker: undefined }],
    ['a share to work in', { workingFolder: '\\\\evil\\share' }],
  ])('refuses %s', (_what, change) => {
    expect(runUninstallerRequestSchema.safeParse({ ...run, ...change }).success).toBe(false);
  });
});

describe('workerEventSchema', () => {
  it('accepts a result as it is made', () => {
    const result = workerResult({ ended: 'exited', exitCode: 3010 });
    expect(workerEventSchema.parse(result)).toEqual({
      kind: 'result',
      ended: 'exited',
      exitCode: 3010,
      message: [],
      said: null,
      undone: false,
      passwordNamed: false,
      logWritten: false,
      killedProcesses: [],
    });
  });

  it.each([
    { kind: 'progress', fraction: 1.5, text: null },
    { kind: 'waiting' },
    {
      kind: 'result',
      ended: 'exited',
      exitCode: -1,
      message: null,
      logWritten: false,
      killedProcesses: [],
    },
    { kind: 'other' },
  ])('refuses %j', (event) => {
    expect(workerEventSchema.safeParse(event).success).toBe(false);
  });
});
