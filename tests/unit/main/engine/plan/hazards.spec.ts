import { managedHazards } from '../../../../../src/shared/domain/plan/managed-hazards.ts';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import {
  defaultChoice,
  type Choice,
  type Hazard,
} from '../../../../../src/shared/domain/plan/plan.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import {
  codes,
  home,
  innocent,
  merge,
  msi,
  office,
  programFiles,
  vendorRoot,
  vpn,
} from '../../../../support/kaspersky-machines.ts';

function hazardsOf(facts: InventoryFacts, choice: Partial<Choice> = {}): readonly Hazard[] {
  const inventory = inventoryOf(facts);
  return plan(inventory, detect(inventory), { ...defaultChoice, ...choice }).hazards;
}

function severityOf(
  id: string,
  facts: InventoryFacts,
  choice: Partial<Choice> = {},
): string | null {
  return hazardsOf(facts, choice).find((hazard) => hazard.id === id)?.severity ?? null;
}

const kes = msi({
  code: codes.kes,
  name: 'Kaspersky Endpoint Security for Windows',
  version: '11.6',
  publisher: 'AO Kaspersky Lab',
});
const driver = (name: string): InventoryFacts => ({
  services: [
    {
      name,
      kind: 'kernelDriver',
      state: 'stopped',
      imageFile: `C:\\Windows\\System32\\drivers\\${name}.sys`,
    },
  ],
});
const diskFilter = (name: string): InventoryFacts => ({
  classFilters: [
    {
      classGuid: '{4D36E967-E325-11CE-BFC1-08002BE10318}',
      className: 'DiskDrive',
      lowerFilters: [name],
    },
  ],
});

const agentCode = '{BCF4CF24-88AB-45E1-A6E6-40C8278A70C5}';
const assigned = (facts: { name?: string; productCode?: string }): InventoryFacts => ({
  assignedSoftware: [
    {
      key: 'HKLM\\SOFTWARE\\x',
      by: 'groupPolicy',
      name: null,
      productCode: null,
      policyName: 'Agents',
      userSid: null,
      ...facts,
    },
  ],
});
const server: InventoryFacts = merge(
  msi({
    code: '{AAAAAAAA-1111-2222-3333-444444444444}',
    name: 'Kaspersky Security 11 for Windows Server',
    version: '11',
  }),
  { machine: { edition: 'server' } },
);
const passwordManager: InventoryFacts = {
  programs: [
    {
      displayName: 'Kaspersky Password Manager',
      publisher: 'Kaspersky Lab',
      uninstallString: `"${programFiles}\\Kaspersky Password Manager 25.3\\uninst.exe" /S`,
    },
  ],
  files: [
    {
      path: `${programFiles}\\Kaspersky Password Manager 25.3\\uninst.exe`,
      signature: signedBy('Kaspersky Lab'),
    },
  ],
};
const vault: InventoryFacts = {
  vendorFolders: [
    {
      path: 'C:\\Users\\anna\\AppData\\Local\\Kaspersky Lab',
      kind: 'userData',
      entries: [
        'C:\\Users\\anna\\AppData\\Local\\Kaspersky Lab\\Kaspersky Password Manager\\kpm_vault.edb',
      ],
    },
  ],
};
const opep = (
  values: Record<string, string | number | null>,
  line = 'AVP21.25',
): InventoryFacts => ({
  vendorKeys: [{ key: `${vendorRoot}\\${line}\\Settings\\PasswordProtectionSettings`, values }],
});

/** One of the older places, below the key of the line. */
const older = (path: string, values: Record<string, string | number | null>) =>
  merge(home, { vendorKeys: [{ key: `${vendorRoot}\\${path}`, values }] });

describe('hazards', () => {
  it('says nothing when there is nothing to remove', () => {
    expect(hazardsOf(innocent)).toEqual([]);
  });

  it('says what an organization installs again also where only traces are, and not where all stays', () => {
    const policy = assigned({ productCode: agentCode });
    const trace = { vendorKeys: [{ key: `${vendorRoot}\\AVP21.3` }] };
    const severity = (facts: InventoryFacts) =>
      severityOf('assigned-by-policy', merge(policy, facts), { only: ['vpn'] });
    expect([trace, innocent, kes].map(severity)).toEqual(['warning', 'warning', null]);
  });

  it.each<[string, InventoryFacts, string | null]>([
    ['disk-encryption', merge(kes, driver('klboot')), 'stop'],
    ['disk-encryption', merge(kes, driver('klfdefsf')), 'stop'],
    [
      'disk-encryption',
      merge(kes, { encryption: [{ kind: 'kasperskyDiskEncryption', state: 'unknown' }] }),
      'stop',
    ],
    [
      'disk-encryption',
      merge(kes, { encryption: [{ kind: 'kasperskyDiskEncryption', state: 'off' }] }),
      null,
    ],
    ['disk-encryption', merge(kes, driver('klif')), null],
    ['disk-encryption', driver('klboot'), null],
    ['file-encryption', merge(kes, driver('klfle')), 'stop'],
    ['file-encryption', merge(kes, driver('klvfs')), 'stop'],
    ['file-encryption', merge(home, driver('klfle')), 'stop'],
    ['file-encryption', kes, null],
    ['encryption-not-checked', merge(kes, { unreadable: ['encryption'] }), 'todo'],
    ['encryption-not-checked', merge(kes, { unreadable: ['services'] }), 'todo'],
    ['encryption-not-checked', kes, null],
    ['managed-by-security-center', office, 'stop'],
    ['managed-by-security-center', merge(kes, { services: [{ name: 'klnagent' }] }), 'stop'],
    [
      'managed-by-security-center',
      merge(kes, { vendorKeys: [{ key: `${vendorRoot}\\Components\\34\\1103` }] }),
      'stop',
    ],
    ['managed-by-security-center', kes, null],
    ['safe-mode', merge(kes, { machine: { safeMode: 'minimal' } }), 'stop'],
    ['safe-mode', merge(kes, { machine: { safeMode: 'network' } }), 'stop'],
    ['safe-mode', merge(kes, { machine: { safeMode: 'unknown' } }), null],
    ['password', merge(home, opep({ OPEP: null })), 'todo'],
    ['password', merge(home, opep({ OPEP: 'x' })), 'todo'],
    ['password', merge(home, opep({ OPEP: '' })), null],
    ['password', merge(home, opep({ OPEP: 0 })), null],
    ['password', merge(home, opep({ Other: 'x' })), null],
    ['password', merge(office, opep({ OPEP: 'x' }, 'KES11')), null],
    ['password', older('protected\\AVP21.25\\settings', { EnablePswrdProtect: 1 }), 'todo'],
    ['password', older('AVP21.25\\settings', { EnablePswrdProtect: 1, OPEP: null }), 'todo'],
    ['password', older('AVP21.25\\settings', { OPEP: null }), 'todo'],
    ['password', older('AVP21.25\\Data\\FlushedMsiCriticalSettings', { OPEP: 'x' }), 'todo'],
    [
      'password',
      older('AVP21.25\\Data\\FlushedMsiCriticalSettings', { EnablePswrdProtect: 1 }),
      'todo',
    ],
    ['password', older('AVP21.25\\settings', { EnablePswrdProtect: 0, OPEP: 'x' }), null],
    ['password', older('AVP21.25\\settings\\def', { EnablePswrdProtect: 1 }), null],
    ['password', older('AVP21.25\\Data', { OPEP: 'x' }), null],
    ['password', older('AVP15.0.0\\settings', { OPEP: 'x' }), null],
    ['password-by-hand', server, 'warning'],
    ['password-by-hand', kes, null],
    ['password-by-hand', home, null],
    ['close-first', home, 'info'],
    ['close-first', { ...home, processes: [] }, null],
    ['close-first', kes, null],
    ['password-may-be-needed', server, null],
    ['password-may-be-needed', kes, 'warning'],
    ['password-may-be-needed', home, null],
    ['agent-password-may-be-needed', office, 'warning'],
    ['bitlocker-key', merge(kes, { encryption: [{ kind: 'bitLocker', state: 'on' }] }), 'todo'],
    ['bitlocker-key', merge(kes, { encryption: [{ kind: 'bitLocker', state: 'unknown' }] }), null],
    [
      'bitlocker-unknown',
      merge(kes, { encryption: [{ kind: 'bitLocker', state: 'unknown' }] }),
      'warning',
    ],
    ['bitlocker-key', merge(home, { encryption: [{ kind: 'bitLocker', state: 'on' }] }), null],
    ['bitlocker-key', merge(kes, { encryption: [{ kind: 'bitLocker', state: 'off' }] }), null],
    ['bitlocker-unknown', merge(kes, { encryption: [{ kind: 'bitLocker', state: 'off' }] }), null],
    ['bitlocker-unknown', merge(kes, { encryption: [{ kind: 'bitLocker', state: 'on' }] }), null],
    ['bitlocker-key', { encryption: [{ kind: 'bitLocker', state: 'on' }] }, null],
    ['backup-archives', home, 'warning'],
    ['quarantine-lost', home, 'warning'],
    ['quarantine-lost', kes, 'info'],
    ['input-filters', home, 'warning'],
    ['input-filters', { ...home, classFilters: [] }, null],
    ['device-filters', home, null],
    ['device-filters', merge(home, diskFilter('klbackupdisk.K4W-21-25')), 'warning'],
    ['device-filters', merge(home, diskFilter('klbackupdisk')), null],
    ['device-filters', merge(home, diskFilter('partmgr')), null],
    ['network-filter', home, 'info'],
    ['windows-update-redirect', office, 'info'],
    ['assigned-by-policy', merge(kes, assigned({ productCode: codes.kes })), 'warning'],
    ['assigned-by-policy', merge(kes, assigned({ productCode: agentCode })), 'warning'],
    [
      'assigned-by-policy',
      merge(kes, assigned({ name: 'Kaspersky Security Center Network Agent' })),
      'warning',
    ],
    ['assigned-by-policy', merge(kes, assigned({ name: 'Kaspersky removal of Acme' })), null],
    ['assigned-by-policy', merge(kes, assigned({ name: 'Editor', productCode: '{1}' })), null],
    ['assigned-by-policy', assigned({ productCode: agentCode }), 'warning'],
    ['pending-restart', merge(kes, { pendingRestarts: [{ source: 'Windows Update' }] }), 'warning'],
    ['protected-service', server, 'info'],
    ['server-edition', server, 'info'],
    ['not-elevated', { machine: { elevated: false } }, 'info'],
    ['portable-tools', { vendorFolders: [{ path: 'C:\\KVRT2020_Data' }] }, 'info'],
    ['us-updates', home, 'info'],
    ['us-updates', merge(home, { machine: { language: 'de-DE' } }), null],
    ['us-updates', { processes: [{ name: 'avp.exe' }] }, null],
    ['no-replacement', home, 'warning'],
    ['no-replacement', merge(home, { unreadable: ['services'] }), 'warning'],
    ['defender-returns', merge(home, innocent), 'info'],
    ['no-replacement', merge(home, innocent), null],
    // Its Defender looks for spyware only.
    ['no-replacement', merge(home, innocent, { machine: { osBuild: '7601.24540' } }), 'warning'],
    ['no-replacement', merge(home, innocent, { machine: { osBuild: '9200' } }), null],
  ])('judges %s (case %#)', (id, facts, severity) => {
    expect(severityOf(id, facts)).toBe(severity);
  });

  it.each([
    [null, 'managed-by-security-center', 'stop'],
    ['employer', 'managed-by-employer', 'stop'],
    ['person', 'managed-before', 'info'],
    ['administrator', 'managed-by-us', 'info'],
  ] as const)(
    'says of a managed computer whose it is, and so who may go on: %s',
    (owner, id, severity) => {
      const said = Object.values(managedHazards).map((each) => [
        each,
        severityOf(each, office, { owner }),
      ]);
      expect(said.filter(([, each]) => each !== null)).toEqual([[id, severity]]);
      expect(severityOf(id, kes, { owner })).toBeNull();
    },
  );

  it('lets nobody go on with encrypted data', () => {
    const facts = merge(office, driver('klboot'));
    const choice = {
      owner: 'administrator' as const,
      acknowledged: ['disk-encryption'],
      all: true,
    };
    expect(severityOf('disk-encryption', facts, choice)).toBe('stop');
  });

  it('asks for the vault only when the password manager goes', () => {
    const facts = merge(passwordManager, vault);
    expect([
      severityOf('password-vault', facts, { all: true }),
      severityOf('password-vault', facts),
      severityOf('password-vault', vault),
      severityOf('password-vault', home),
    ]).toEqual(['todo', 'info', 'info', null]);
  });

  it('warns of the kill switch only when the VPN goes', () => {
    expect([
      severityOf('vpn-kill-switch', vpn, { only: ['vpn'] }),
      severityOf('vpn-kill-switch', vpn),
    ]).toEqual(['warning', null]);
  });

  it('names the product whose package is missing', () => {
    const installerProducts = kes.installerProducts!.map((each) => ({
      ...each,
      localPackageExists: false,
    }));
    const hazard = hazardsOf({ ...kes, installerProducts }).find(
      ({ id }) => id === 'missing-installer-package',
    );
    expect(hazard?.findingIds).toEqual([`kaspersky-endpoint-security@${codes.kes.toLowerCase()}`]);
  });

  describe('a package that Windows Installer would have to look for', () => {
    const lost = {
      ...kes,
      installerProducts: kes.installerProducts!.map((each) => ({
        ...each,
        localPackageExists: false,
      })),
    };
    const sources = (...writers: readonly ('administrators' | 'others' | 'unknown')[]) => ({
      packageSources: [
        {
          productCode: codes.kes,
          userSid: null,
          packageName: 'kes.msi',
          sources: writers.map((each) => ({
            kind: 'folder' as const,
            place: `C:\\${each}\\`,
            writers: each,
          })),
        },
      ],
    });
    const open = (...facts: readonly InventoryFacts[]) =>
      hazardsOf(merge(...facts)).find(({ id }) => id === 'installer-source-open') ?? null;

    it('stops where others than administrators can put it, or nobody knows', () => {
      const product = `kaspersky-endpoint-security@${codes.kes.toLowerCase()}`;
      expect([
        open(lost, sources('administrators', 'others')),
        open(lost, sources('unknown')),
        open(lost),
        open(lost, sources('administrators'), { partial: ['packageSources'] }),
      ]).toEqual(
        [
          ['C:\\others\\'],
          ['C:\\unknown\\'],
          [{ id: 'section.packageSources' }],
          [{ id: 'section.packageSources' }],
        ].map((evidence) => ({
          id: 'installer-source-open',
          severity: 'stop',
          findingIds: [product],
          evidence,
        })),
      );
    });

    it('goes on where only administrators can, where none is registered, and where none is needed', () => {
      expect([
        open(lost, sources('administrators')),
        open(lost, sources()),
        open(kes, sources('others')),
      ]).toEqual([null, null, null]);
    });

    it('needs no looking for where one is handed in', () => {
      const handedIn = hazardsOf(merge(lost, sources('others')), { packages: ['C:\\kes.msi'] });
      expect(handedIn.filter(({ id }) => /package|source/.test(id))).toEqual([]);
    });

    it('asks about what goes, and about the copy of the machine', () => {
      const [product] = lost.installerProducts;
      const ofPerson = { ...product!, context: 'userUnmanaged' as const, userSid: 'S-1-5-21-9' };
      const machine = { account: 'S-1-5-18' };
      const beside = { ...kes, installerProducts: [...kes.installerProducts!, ofPerson], machine };
      expect([
        hazardsOf(merge(lost, sources('others')), { only: ['vpn'] }).filter(
          ({ id }) => id === 'installer-source-open',
        ),
        open(beside, sources('others')),
      ]).toEqual([[], null]);
    });
  });

  it('gives every hazard evidence', () => {
    const all = hazardsOf(
      merge(home, vpn, office, server, passwordManager, vault, driver('klboot')),
      { all: true },
    );
    const bare = all.filter(({ evidence }) => evidence.length === 0);
    expect([all.length > 12, bare]).toEqual([true, []]);
  });
});

describe('a component that can encrypt', () => {
  const withFeatures = (...features: readonly string[]): InventoryFacts => ({
    ...kes,
    installerProducts: (kes.installerProducts ?? []).map((product) => ({
      ...product,
      features: [...features],
    })),
  });

  it.each([
    [['Core', 'FileEncryption'], 'todo'],
    [['FullDiskEncryption'], 'todo'],
    [['Core', 'WebControl'], null],
    [[], null],
  ] as const)('of an installed product is warned of: %j', (features, severity) => {
    expect(severityOf('encryption-module', withFeatures(...features))).toBe(severity);
  });

  it('is named with its product, and the finding tells every installed part', () => {
    const facts = withFeatures('Core', 'FileEncryption');
    const hazard = hazardsOf(facts).find(({ id }) => id === 'encryption-module');
    expect([hazard?.evidence, detect(inventoryOf(facts))[0]?.components]).toEqual([
      ['Kaspersky Endpoint Security for Windows', 'FileEncryption'],
      ['Core', 'FileEncryption'],
    ]);
  });
});
