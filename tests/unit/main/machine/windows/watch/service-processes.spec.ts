import { describe, expect, it } from 'vitest';
import { mayBeEnded } from '../../../../../../src/main/machine/windows/watch/service-processes.ts';

const service = { pid: 812, image: 'msiexec.exe' };
const client = { pid: 4_000, image: 'msiexec.exe' };
const uninstaller = { pid: 4_004, image: 'uninst.exe' };

describe('what may be ended of an uninstaller at its limit', () => {
  it('is never the process of a service, and not spared for bearing the name of one', () => {
    const services = new Set([812]);
    expect([service, client, uninstaller].map((each) => mayBeEnded(each, services))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is nothing that could be a service where services are not known', () => {
    const named = ['MsiExec.exe', 'svchost.exe', 'services.exe', 'uninst.exe'];
    expect(named.map((image) => mayBeEnded({ pid: 1, image }, null))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
