import { describe, expect, it } from 'vitest';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import type { TrafficFilter } from '../../../../../src/shared/domain/inventory/network/traffic-filters.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import {
  driverOnDemand,
  home,
  merge,
  programFiles,
} from '../../../../support/kaspersky-machines.ts';

const dangersOf = (facts: InventoryFacts) => {
  const inventory = inventoryOf(facts);
  return plan(inventory, detect(inventory), defaultChoice).dangers;
};
const ids = (facts: InventoryFacts) => dangersOf(facts).map(({ id }) => id);

describe('what is left in the network', () => {
  const component = (service: string | null): InventoryFacts => ({
    networkComponents: [
      {
        componentId: 'kl_klim6',
        description: 'Kaspersky Anti-Virus NDIS 6 Filter',
        instanceKey:
          'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\{1}',
        service,
      },
    ],
  });

  it('can cut it when the driver is gone, and only then', () => {
    expect([
      ids(component('klim6')),
      ids(merge(component('klim6'), driverOnDemand('klim6'))),
      ids(component('npcap')),
      ids(component(null)),
    ]).toEqual([['networkFilterWithoutDriver'], [], [], []]);
  });

  it('says whether the driver is gone already or goes with the next start', () => {
    const losses = [{}, driverOnDemand('klim6', { markedForDeletion: true })].map(
      (facts) => dangersOf(merge(component('klim6'), facts))[0]?.values['loss'],
    );
    expect(losses).toEqual(['gone', 'going']);
  });

  it('can cut it too when a driver is the vendor’s by its signer or its folder, whatever its name', () => {
    const path = 'C:\\Windows\\System32\\drivers\\newname.sys';
    const signed = (organization: string): InventoryFacts =>
      merge(
        component('newname'),
        driverOnDemand('newname', { start: 'disabled', imageFile: path }),
        {
          files: [{ path, signature: signedBy(organization) }],
        },
      );
    const inFolder = (folder: string): InventoryFacts =>
      merge(
        component('newname'),
        driverOnDemand('newname', { imageFile: `${folder}\\newname.sys`, imageExists: false }),
      );
    expect([
      ids(signed('AO Kaspersky Lab')),
      ids(signed('Another Company')),
      ids(inFolder('C:\\ProgramData\\Kaspersky Lab\\KES.14.1\\Bases')),
      ids(inFolder('C:\\ProgramData\\Kaspersky Lab Fans\\KES.14.1\\Bases')),
    ]).toEqual([['networkFilterWithoutDriver'], [], ['networkFilterWithoutDriver'], []]);
  });

  const adapter = (...upperBind: string[]): InventoryFacts => ({
    networkAdapters: [
      { adapterId: '{A}', key: 'HKLM\\ADAPTER', description: 'Ethernet', upperBind },
    ],
  });

  it('can stop one adapter that is bound to a driver that is gone, and is told once', () => {
    expect([
      dangersOf(adapter('Tcpip', 'klim5')),
      ids(adapter('Tcpip', 'npcap')),
      ids(merge(adapter('Tcpip', 'klim5'), driverOnDemand('klim5'))),
      ids(merge(adapter('Tcpip', 'KLIM6'), component('klim6'))),
      ids({ ...adapter('klim5'), unreadable: ['services'] }),
    ]).toEqual([
      [
        {
          id: 'networkBindingWithoutDriver',
          severity: 'critical',
          values: { adapter: 'Ethernet', driver: 'klim5', loss: 'gone' },
          seenIn: { kind: 'networkAdapter', ref: '{A}' },
          repair: { kind: 'removeNetworkBinding', key: 'HKLM\\ADAPTER\\Linkage', name: 'klim5' },
        },
      ],
      [],
      [],
      ['networkFilterWithoutDriver'],
      [],
    ]);
  });
});

describe('a filter of traffic that asks a driver', () => {
  const blank = { description: null, provider: null, service: null, callout: null, action: null };
  const asking = (
    filter: Partial<TrafficFilter> = {},
    callout: Partial<TrafficFilter> = {},
    service = 'klwfp',
  ): InventoryFacts => ({
    trafficFilters: [
      { ...blank, kind: 'provider', key: '{P}', name: 'KL', lasts: true, active: true, service },
      {
        ...blank,
        kind: 'callout',
        key: '{C}',
        name: 'Stream',
        provider: '{P}',
        lasts: true,
        active: false,
        ...callout,
      },
      {
        ...blank,
        kind: 'filter',
        key: '{F}',
        name: 'Kaspersky Lab stream inspection',
        provider: '{P}',
        lasts: true,
        active: true,
        action: 'ask',
        callout: '{C}',
        ...filter,
      },
    ],
  });

  it('blocks what it matches where that does not answer, and is told by who brought it along', () => {
    expect([dangersOf(asking()), ids(asking({ provider: null }))]).toEqual([
      [
        {
          id: 'trafficFilterWithoutDriver',
          severity: 'serious',
          values: { name: 'KL' },
          seenIn: { kind: 'trafficFilter', ref: 'filter:{f}' },
          repair: { kind: 'removeTrafficFilter', key: '{F}', name: 'KL' },
        },
      ],
      ['trafficFilterWithoutDriver'],
    ]);
  });

  it.each<[string, InventoryFacts]>([
    ['whose driver answers', asking({}, { active: true })],
    ['that Windows switched off', asking({ active: false })],
    ['that lets pass where nobody answers', asking({ action: 'askOrPermit' })],
    ['that only looks', asking({ action: 'inspect' })],
    ['that blocks by itself', asking({ action: 'block' })],
    ['that asks somebody else', asking({ callout: '{Acme}' })],
    ['of somebody else', asking({}, {}, 'acmewfp')],
    ['of a product that is there', merge(home, asking())],
  ])('does no harm: one %s', (_, facts) => {
    expect(ids(facts)).toEqual([]);
  });
});

describe('what still steers the network', () => {
  type Setting = NonNullable<InventoryFacts['networkSettings']>[number];
  const setting = (facts: Pick<Setting, 'kind' | 'name' | 'data'> & Partial<Setting>): Setting => ({
    key: 'HKLM\\KEY',
    subject: null,
    userSid: null,
    policy: false,
    ...facts,
  });
  const off = setting({ kind: 'firewall', name: 'EnableFirewall', data: 0, subject: 'public' });
  const row = (name: string) => ({ name, provider: 'firewall' as const, state: 'on' as const });
  const firewall = (name: string, networkSettings: readonly Setting[]): InventoryFacts => ({
    securityProducts: [row(name)],
    networkSettings,
  });

  it('is a firewall left off only where the vendor had taken its place, is gone, and no policy wants it so', () => {
    expect([
      ids(firewall('Kaspersky', [off])),
      ids(merge(home, firewall('Kaspersky', [off]))),
      ids(firewall('Other Firewall', [off])),
      ids({ networkSettings: [off] }),
      ids(firewall('Kaspersky', [{ ...off, policy: true }])),
      ids(firewall('Kaspersky', [{ ...off, data: 1 }])),
    ]).toEqual([['firewallLeftOff'], [], [], [], [], []]);
  });

  const update = (server: string, isUsed = 1): InventoryFacts => ({
    networkSettings: [
      setting({ kind: 'windowsUpdate', name: 'WUServer', data: server, policy: true }),
      setting({ kind: 'windowsUpdate', name: 'UseWUServer', data: isUsed, policy: true }),
    ],
  });
  const agentLeft: InventoryFacts = {
    vendorKeys: [{ key: 'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\Components\\34\\1103' }],
  };

  it('is an agent that is gone only where Windows asks this computer, and nobody else here can answer', () => {
    const here = 'http://localhost:15000';
    expect([
      ids(merge(agentLeft, update(here))),
      ids(merge(agentLeft, update('HTTP://127.0.0.1:8530/'))),
      ids(update(here)),
      ids(merge(agentLeft, update(here, 0))),
      ids(merge(agentLeft, update('http://localhost.example.org'))),
      ids(merge(agentLeft, update('https://wsus.example.org:8531'))),
      ids(merge(agentLeft, update(here), { services: [{ name: 'WsusService' }] })),
      ids(merge(agentLeft, update(here), { services: [{ name: 'klnagent' }] })),
    ]).toEqual([
      ['updatesFromAgentThatIsGone'],
      ['updatesFromAgentThatIsGone'],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('is not cleaned of what tells of it, before it is mended', () => {
    const cleaned = (facts: InventoryFacts) => {
      const inventory = inventoryOf(facts);
      const { steps, notCleaned } = plan(inventory, detect(inventory), {
        ...defaultChoice,
        phases: ['remove', 'clean'],
      });
      return [steps.length, notCleaned.map(({ why }) => why.id)];
    };
    const key = { vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3' }] };
    expect([
      cleaned(key),
      cleaned(merge(key, proxy('127.0.0.1:1110'))),
      cleaned(merge(key, proxy('10.0.0.1:1110'))),
    ]).toEqual([
      [1, []],
      [0, ['leftover.showsDanger']],
      [1, []],
    ]);
  });

  const proxy = (data: string, facts: Partial<Setting> = {}): InventoryFacts => ({
    networkSettings: [
      setting({ kind: 'proxy', name: 'ProxyEnable', data: 1, ...facts }),
      setting({ kind: 'proxy', name: 'ProxyServer', data, ...facts }),
    ],
  });
  const script = (data: string): InventoryFacts => ({
    networkSettings: [setting({ kind: 'proxy', name: 'AutoConfigURL', data })],
  });
  const left: InventoryFacts = { vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3' }] };
  const runs = (name: string): InventoryFacts => ({
    processes: [{ pid: 9, name, path: `C:\\Tools\\${name}` }],
  });

  it.each<[string, InventoryFacts]>([
    ['on this computer', merge(left, proxy('127.0.0.1:1110'))],
    ['for one kind of address', merge(left, proxy('http=localhost:1110;https=proxy.corp:8080'))],
    ['by a script here', merge(left, script('http://127.0.0.1:1110/proxy.pac'))],
    [
      'of services',
      merge(left, {
        networkSettings: [
          setting({ kind: 'proxy', name: 'WinHttpSettings', data: '127.0.0.1:1110' }),
        ],
      }),
    ],
    [
      'by a script in a folder of the vendor',
      script('file:///C:/ProgramData/Kaspersky%20Lab/AVP21.3/proxy.pac'),
    ],
    ['of the vendor’s own', proxy('proxy.kaspersky.com:3128')],
  ])('is a proxy %s, once its product is gone', (_name, facts) => {
    expect(ids(facts)).toEqual(['proxyOfProductThatIsGone']);
  });

  it.each<[string, InventoryFacts]>([
    ['without any trace of the vendor', proxy('127.0.0.1:1110')],
    ['while the product is there', merge(home, proxy('127.0.0.1:1110'))],
    ['elsewhere', merge(left, proxy('proxy.corp:8080'))],
    ['of a name that only begins like this computer', merge(left, proxy('localhost.corp:8080'))],
    ['of a name that only looks like the vendor’s', proxy('kaspersky.com.example.org:80')],
    [
      'that is turned off',
      merge(left, {
        networkSettings: [setting({ kind: 'proxy', name: 'ProxyServer', data: '127.0.0.1:1' })],
      }),
    ],
    ['that a policy sets', merge(left, proxy('127.0.0.1:1110', { policy: true }))],
    [
      'for which another program answers',
      merge(left, proxy('127.0.0.1:8888'), runs('Fiddler.exe')),
    ],
    [
      'where running programs were not read',
      { ...merge(left, proxy('127.0.0.1:1110')), unreadable: ['processes'] },
    ],
  ])('is no proxy %s', (_name, facts) => {
    expect(ids(facts)).toEqual([]);
  });

  const dns = (data: string, facts: Partial<Setting> = {}): InventoryFacts => ({
    networkSettings: [setting({ kind: 'dns', name: 'NameServer', data, subject: '{A}', ...facts })],
    networkAdapters: [{ adapterId: '{a}', description: 'Ethernet' }],
  });

  it('is a name server on this computer once its product is gone, and nothing else', () => {
    expect([
      ids(merge(left, dns('127.0.0.1'))),
      ids(merge(left, dns('127.0.0.1,9.9.9.9'))),
      ids(dns('127.0.0.1')),
      ids(merge(left, dns('192.168.1.1'))),
      ids(merge(left, dns('127.0.0.1', { policy: true }))),
      ids(merge(home, dns('127.0.0.1'))),
      ids(merge(left, dns('127.0.0.1'), { services: [{ name: 'DNS', state: 'running' }] })),
      dangersOf(merge(left, dns('127.0.0.1'))).map(({ values, repair }) => [values, repair]),
    ]).toEqual([
      ['nameServerOfProductThatIsGone'],
      ['nameServerOfProductThatIsGone'],
      [],
      [],
      [],
      [],
      [],
      [
        [
          { address: '127.0.0.1', where: 'adapter', adapter: 'Ethernet', key: 'HKLM\\KEY' },
          { kind: 'takeNameServersFromNetwork', key: 'HKLM\\KEY', name: 'NameServer' },
        ],
      ],
    ]);
  });

  const hosts = (address: string, ...names: string[]): InventoryFacts => ({
    hostsEntries: [{ address, names }],
  });

  it('is a line of hosts only where it leads the update servers of Windows to an agent that is gone', () => {
    const updates = 'au.download.windowsupdate.com';
    expect([
      dangersOf(merge(agentLeft, hosts('127.0.0.1', updates, 'dnl-01.kaspersky.com'))).map(
        ({ id, values, repair }) => [id, values, repair],
      ),
      ids(merge(agentLeft, hosts('::1', updates))),
      ids(hosts('127.0.0.1', updates)),
      ids(merge(agentLeft, hosts('10.0.0.5', updates))),
      ids(merge(agentLeft, hosts('127.0.0.1', 'dnl-01.kaspersky.com'))),
      ids(
        merge(agentLeft, hosts('127.0.0.1', updates), {
          services: [
            {
              name: 'klnagent',
              state: 'running',
              imageFile: `${programFiles}\\NetworkAgent\\klnagent.exe`,
            },
          ],
        }),
      ),
    ]).toEqual([
      [
        [
          'hostsOfAgentThatIsGone',
          { address: '127.0.0.1', names: [updates] },
          { kind: 'removeHostsEntry', address: '127.0.0.1', names: [updates] },
        ],
      ],
      ['hostsOfAgentThatIsGone'],
      [],
      [],
      [],
      [],
    ]);
  });
});
