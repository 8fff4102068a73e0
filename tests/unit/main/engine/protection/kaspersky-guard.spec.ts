import { describe, expect, it } from 'vitest';
import { kasperskyGuards } from '../../../../../src/main/engine/protection/kaspersky-guard.ts';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import { inventoryOf, signedBy } from '../../../../support/inventory-builder.ts';
import { programFiles } from '../../../../support/kaspersky-machines.ts';

const imageFile = `${programFiles}\\Kaspersky 21.3\\avp.exe`;
const antivirus = { name: 'AVP21.3', kind: 'service', state: 'running', imageFile } as const;
const row = {
  provider: 'antivirus',
  name: 'Kaspersky',
  state: 'on',
  signatures: 'upToDate',
  reportingPath: imageFile,
} as const;

/** Whether a server is guarded on which only this service is known, and a computer that has a row in Windows Security too. */
function guards(service: object, publisher = 'AO Kaspersky Lab'): readonly boolean[] {
  const facts = {
    services: [{ ...antivirus, ...service }],
    files: [{ path: imageFile, signature: signedBy(publisher) }],
  };
  return [
    kasperskyGuards(inventoryOf({ ...facts, machine: { edition: 'server' } })),
    kasperskyGuards(inventoryOf({ ...facts, securityProducts: [row] })),
    kasperskyGuards(inventoryOf(facts)),
  ];
}

describe('Kaspersky guards a machine', () => {
  it('where its antivirus runs, and on a client where Windows Security says so too', () => {
    expect(guards({})).toEqual([true, true, false]);
  });

  it.each([
    ['that is stopped', { state: 'stopped' }],
    ['that is a driver', { kind: 'kernelDriver' }],
    ['of the agent', { name: 'klnagent' }],
    ['of the VPN', { name: 'KSDE5.2' }],
    ['of somebody else', { name: 'ekrn' }],
  ])('and not by a service %s', (_what, service) => {
    expect(guards(service)).toEqual([false, false, false]);
  });

  it('and not by a program that another maker signed', () => {
    expect(guards({}, 'Acme')).toEqual([false, false, false]);
  });
});

describe('what Windows Security does not list', () => {
  const verdictOn = (facts: object) => {
    const { verdict, reasons } = protection(inventoryOf(facts));
    return [verdict, ...reasons.map(({ id }) => id)];
  };
  const files = [{ path: imageFile, signature: signedBy('AO Kaspersky Lab') }];
  const unlisted = ['onlyKaspersky', 'protection.unlistedKaspersky', 'protection.noneListed'];

  it('is Kaspersky all the same where its antivirus runs, by its service or by its program', () => {
    const processes = [{ name: 'avp.exe', path: imageFile }];
    expect([
      verdictOn({ services: [antivirus], files }),
      verdictOn({ processes, files, unreadable: ['services'] }),
    ]).toEqual([unlisted, unlisted]);
  });

  it.each([
    ['a service that is stopped', { services: [{ ...antivirus, state: 'stopped' }], files }],
    ['a service without a known maker', { services: [antivirus] }],
    ['the window of its VPN', { processes: [{ name: 'ksdeui.exe', path: imageFile }], files }],
  ])('is nothing by %s', (_what, facts) => {
    expect(verdictOn(facts)).toEqual(['unprotected', 'protection.noneListed']);
  });
});
