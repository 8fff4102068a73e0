import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { dangers } from '../../../../../src/main/engine/plan/dangers.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { merge } from '../../../../support/kaspersky-machines.ts';

const components = 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103\\1.0.0.0';

/** What an agent that is gone leaves of the server that managed it. */
const managedBy = (server: string, userSid: string | null = null): InventoryFacts => ({
  vendorKeys: [
    { key: components.slice(0, -'\\1.0.0.0'.length) },
    {
      key: `${components}\\Statistics\\AVState`,
      userSid,
      values: { Protection_AdmServer: server },
    },
  ],
});

const updatesFrom = (data: string): InventoryFacts => ({
  networkSettings: [
    { name: 'WUServer', data },
    { name: 'UseWUServer', data: 1 },
  ].map((value) => ({
    kind: 'windowsUpdate' as const,
    key: 'HKLM\\KEY',
    subject: null,
    userSid: null,
    policy: true,
    ...value,
  })),
});

function toldOf(facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  return dangers(inventory, detect(inventory)).map(({ id, values }) => [id, values['where']]);
}

const told = [['updatesFromAgentThatIsGone', 'server']];

describe('updates of Windows from the server of an agent that is gone', () => {
  it.each([
    ['by the same name', 'ksc.corp.local', 'http://ksc.corp.local:15001'],
    ['by its short name', 'KSC', 'http://ksc.corp.local:15001'],
    ['by its long name', 'ksc.corp.local', 'http://KSC:15001'],
    ['by its address', '10.1.2.3', 'http://10.1.2.3:15001'],
  ])('are told: %s', (_how, server, address) => {
    expect(toldOf(merge(managedBy(server), updatesFrom(address)))).toEqual(told);
  });

  it.each<[string, InventoryFacts]>([
    ['of another server', merge(managedBy('ksc'), updatesFrom('http://wsus.corp.local:15001'))],
    ['of one that only begins so', merge(managedBy('ksc'), updatesFrom('http://ksc2:15001'))],
    ['of Microsoft’s own there', merge(managedBy('ksc'), updatesFrom('http://ksc:8530'))],
    ['of Microsoft’s own without a port', merge(managedBy('ksc'), updatesFrom('https://ksc/'))],
    ['of what a person wrote', merge(managedBy('ksc', 'S-1-5-21-1'), updatesFrom('http://ksc:1'))],
    [
      'while the agent is there',
      merge(managedBy('ksc'), updatesFrom('http://ksc:15001'), {
        services: [{ name: 'klnagent', state: 'running' }],
      }),
    ],
  ])('are nothing: those %s', (_what, facts) => {
    expect(toldOf(facts)).toEqual([]);
  });
});
