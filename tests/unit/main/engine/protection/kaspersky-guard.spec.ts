import { describe, expect, it } from 'vitest';
import { kasperskyGuards } from '../../../../../src/main/engine/protection/kaspersky-guard.ts';
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
