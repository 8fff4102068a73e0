import { describe, expect, it } from 'vitest';
import { nextAntivirus } from '../../../../../src/main/engine/judge/next-antivirus.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import type { TrafficFilter } from '../../../../../src/shared/domain/inventory/network/traffic-filters.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge, vpn } from '../../../../support/kaspersky-machines.ts';

function asked(facts: InventoryFacts, all = false) {
  const inventory = inventoryOf(facts);
  const findings = detect(inventory);
  const planned = plan(inventory, findings, { ...defaultChoice, all });
  return nextAntivirus({ inventory, findings, plan: planned });
}

/** The verdict, and what is named. */
function gist(facts: InventoryFacts, all = false) {
  const { verdict, obstacles } = asked(facts, all);
  return [verdict, ...obstacles.map(({ kind, name }) => `${kind} ${name}`)];
}

const avp = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19\\avp.exe';
const row = (name: string, reportingPath: string): InventoryFacts => ({
  securityProducts: [{ name, reportingPath }],
});
const keyboard = (...upperFilters: readonly string[]): InventoryFacts => ({
  classFilters: [
    {
      classGuid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}',
      className: 'Keyboard',
      upperFilters: [...upperFilters],
      lowerFilters: [],
    },
  ],
});
const service = (name: string, kind: 'service' | 'kernelDriver', file: string): InventoryFacts => ({
  services: [
    {
      name,
      kind,
      state: 'stopped',
      start: 'auto',
      imagePath: file,
      imageFile: file,
      imageExists: false,
    },
  ],
});
const network = (driver: string): InventoryFacts => ({
  networkComponents: [
    { componentId: `${driver}_id`, description: null, instanceKey: 'x', service: driver },
  ],
});
const traffic = (driver: string, more: Partial<TrafficFilter> = {}): InventoryFacts => {
  const blank = { description: null, provider: null, service: null, callout: null };
  const common = { ...blank, lasts: true, active: true, action: null };
  return {
    trafficFilters: [
      { ...common, kind: 'provider', key: '{P}', name: 'Provider', service: driver },
      { ...common, kind: 'filter', key: '{F}', name: 'Filter', provider: '{P}', ...more },
    ],
  };
};
const waits: InventoryFacts = {
  pendingRestarts: [{ source: 'PendingFileRenameOperations', detail: 'x' }],
};

/** What an installer stumbles over, and the innocent thing beside it. */
const cases: Readonly<
  Record<string, { readonly finds: InventoryFacts; readonly not: InventoryFacts }>
> = {
  programEntry: {
    finds: { programs: [{ displayName: 'Kaspersky', publisher: 'Kaspersky' }] },
    not: { programs: [{ displayName: 'Kaspersky Fan Club', publisher: 'Fans Inc.' }] },
  },
  securityCenterRow: {
    finds: merge(row('Kaspersky', avp), { files: [{ path: avp, exists: true }] }),
    not: merge(row('Kaspersky', avp), { files: [{ path: avp, exists: false }] }),
  },
  service: {
    finds: service('AVP21.19', 'service', avp),
    not: service('AVPlayer', 'service', 'C:\\Acme\\player.exe'),
  },
  driver: {
    finds: service('klif', 'kernelDriver', 'C:\\Windows\\System32\\drivers\\klif.sys'),
    not: service('klmouse', 'kernelDriver', 'C:\\Windows\\System32\\drivers\\klmouse.sys'),
  },
  deviceFilter: { finds: keyboard('klkbdflt', 'kbdclass'), not: keyboard('kbdclass', 'acmeflt') },
  trafficFilter: { finds: traffic('klwfp'), not: traffic('acmewfp') },
  networkBinding: { finds: network('klim6'), not: network('acmendis') },
};

describe('whether another antivirus can be installed', () => {
  it('is yes where nothing is there', () => {
    expect(asked({})).toEqual({
      verdict: 'ready',
      obstacles: [],
      pendingRestarts: [],
      notRead: [],
      beside: [],
    });
  });

  it.each(Object.entries(cases))(
    'is no because of a %s, which is named',
    (kind, { finds, not }) => {
      const named = expect.stringMatching(new RegExp(`^${kind} .`));
      expect([gist(finds), gist(not)]).toEqual([['blocked', named], ['ready']]);
    },
  );

  it('names beside that what is left and filters nothing, and packages in the driver store', () => {
    const inStore = (inf: string, provider: string) => ({
      inf,
      provider,
      signers: null,
      store: null,
      className: null,
      services: [],
      usedBy: [],
    });
    const { verdict, beside, obstacles } = asked(
      merge(traffic('klwfp', { active: false }), {
        driverPackages: [
          inStore('oem3.inf', 'Kaspersky Lab'),
          inStore('oem4.inf', 'Kaspersky Lab Fans'),
          inStore('oem5.inf', 'Acme'),
        ],
      }),
    );
    expect([verdict, obstacles, beside]).toEqual([
      'ready',
      [],
      [
        { kind: 'driverPackage', name: 'oem3.inf' },
        { kind: 'trafficFilter', name: 'Provider' },
        { kind: 'trafficFilter', name: 'Filter' },
      ],
    ]);
  });

  it('is not kept by a filter that may belong to what stays because nobody chose it', () => {
    const nameless = traffic('klwfp', { provider: null, name: 'Kaspersky Lab stream inspection' });
    const { trafficFilters = [] } = nameless;
    const alone = { trafficFilters: trafficFilters.slice(1) };
    expect([gist(alone)[0], gist(merge(vpn, alone))[0]]).toEqual(['blocked', 'ready']);
  });

  it('waits for a restart, and for nothing else once that is all', () => {
    expect([gist(waits), gist(merge(waits, keyboard('klkbdflt')))[0]]).toEqual([
      ['restartNeeded'],
      'blocked',
    ]);
  });

  it('is not known where something was not read, or in part, or where nobody asked Windows Security', () => {
    const unread = (facts: InventoryFacts) => {
      const { verdict, notRead } = asked(facts);
      return [verdict, ...notRead];
    };
    expect([
      unread({ unreadable: ['services'] }),
      unread({ partial: ['programs'] }),
      unread({ unreadable: ['securityProducts', 'wmiSecurityProducts'] }),
      unread({ unreadable: ['securityProducts'] }),
      unread({
        unreadable: ['securityProducts', 'wmiSecurityProducts'],
        machine: { edition: 'server' },
      }),
    ]).toEqual([
      ['notKnown', 'services'],
      ['notKnown', 'programs'],
      ['notKnown', 'securityProducts'],
      ['ready'],
      ['ready'],
    ]);
  });

  it('counts what stays because nobody chose it only when it was chosen', () => {
    expect([gist(vpn)[0], gist(vpn, true)[0], gist(home)[0]]).toEqual([
      'ready',
      'blocked',
      'blocked',
    ]);
  });
});
