import { describe, expect, it } from 'vitest';
import { state, type EarlierRun } from '../../../../../src/main/engine/judge/state.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import type { State } from '../../../../../src/shared/domain/state/state.ts';
import { stateSentences } from '../../../../../src/shared/words/state-words.ts';
import { accuracyCases } from '../../../../accuracy/accuracy-case.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge } from '../../../../support/kaspersky-machines.ts';
import { defenderAtWork } from '../../../../support/protected-machines.ts';

const everything: Choice = { ...defaultChoice, all: true };

function stateOf(
  facts: InventoryFacts,
  choice: Choice = defaultChoice,
  earlierRun: EarlierRun | null = null,
): State {
  const inventory = inventoryOf(facts);
  const findings = detect(inventory);
  return state({ inventory, findings, plan: plan(inventory, findings, choice), earlierRun });
}

const protectedHome = merge(home, defenderAtWork);

/** A run that took the home product off, and waits for the restart. */
const awaited = (dangersBefore: EarlierRun['dangersBefore'] = []): EarlierRun => {
  const inventory = inventoryOf(protectedHome);
  const { steps } = plan(inventory, detect(inventory), defaultChoice);
  return { runId: '20261128-220000-abcd', steps, dangersBefore };
};

const loadedDriver = (name: string): InventoryFacts => ({
  services: [
    {
      name,
      kind: 'fileSystemDriver',
      state: 'running',
      imageFile: `C:\\Windows\\System32\\drivers\\${name}.sys`,
      imageExists: true,
    },
  ],
});

const deadKeyboard: InventoryFacts = {
  classFilters: [
    {
      classGuid: '{4d36e96b-e325-11ce-bfc1-08002be10318}',
      className: 'Keyboard',
      upperFilters: ['klkbdflt', 'kbdclass'],
      lowerFilters: [],
    },
  ],
};

const vpn: InventoryFacts = {
  programs: [
    {
      keyName: '{AAAAAAAA-1111-2222-3333-444444444444}',
      displayName: 'Kaspersky VPN',
      publisher: 'Kaspersky',
      windowsInstaller: true,
    },
  ],
  installerProducts: [
    {
      productCode: '{AAAAAAAA-1111-2222-3333-444444444444}',
      name: 'Kaspersky VPN',
      publisher: 'Kaspersky',
    },
  ],
};

const names = ({ installed }: State) => installed.map(({ productId }) => productId);
const staying = ({ stays }: State) => stays.map(({ productId, reason }) => [productId, reason]);

describe('the verdict on a machine', () => {
  it.each([
    ['clean', defenderAtWork],
    ['found', protectedHome],
    ['found', merge(protectedHome, { unreadable: ['services'] })],
    ['notProtected', {}],
    ['notKnown', { ...defenderAtWork, unreadable: ['programs'] }],
    ['danger', merge(defenderAtWork, deadKeyboard)],
    ['danger', merge(protectedHome, deadKeyboard)],
  ] as const)('is %s', (verdict, facts) => {
    expect(stateOf(facts).verdict).toBe(verdict);
  });

  it.each([...new Set(['programs', 'installerProducts', 'services'] as const)])(
    'is not clean where %s could not be read, which is named',
    (section) => {
      const { verdict, unread } = stateOf({ ...defenderAtWork, unreadable: [section] });
      expect([verdict, unread]).toEqual(['notKnown', [section]]);
    },
  );
});

describe('what stays', () => {
  it('by choice leaves a machine clean and is named', () => {
    const one = stateOf(merge(defenderAtWork, vpn));
    expect([one.verdict, names(one), staying(one)]).toEqual([
      'clean',
      [],
      [['kaspersky-vpn', 'notChosen']],
    ]);
  });

  it('is found where everything was to go', () => {
    const one = stateOf(merge(defenderAtWork, vpn), everything);
    expect([one.verdict, names(one), staying(one)]).toEqual(['found', ['kaspersky-vpn'], []]);
  });

  it('without a safe way is found all the same, and says so', () => {
    const one = stateOf(
      merge(defenderAtWork, {
        ...protectedHome,
        installerProducts: [],
        programs: (home.programs ?? []).map((program) => ({
          ...program,
          windowsInstaller: false,
          uninstallString: 'C:\\Temp\\uninstall.exe',
        })),
      }),
    );
    expect([one.verdict, names(one), staying(one)]).toEqual([
      'found',
      ['kaspersky-for-windows'],
      [['kaspersky-for-windows', expect.stringMatching(/^(?:noSafeWay|notProven)$/)]],
    ]);
  });

  it.each([
    ['report-person-only', 'found', 'kaspersky-password-manager', 'onePerson'],
    ['report-engine-inside', 'engineInside', 'powered-by-kaspersky', 'engineInside'],
    ['report-vpn-only', 'found', 'kaspersky-vpn', null],
    ['report-entry-without-product', 'danger', null, null],
  ] as const)('is told of a public report: %s', (id, verdict, productId, reason) => {
    const inventory = accuracyCases().find((each) => each.id === id)!.inventory;
    const findings = detect(inventory);
    const one = state({
      inventory,
      findings,
      plan: plan(inventory, findings, everything),
      earlierRun: null,
    });
    expect([one.verdict, staying(one), names(one)]).toEqual([
      verdict,
      reason === null ? [] : [[productId, reason]],
      verdict === 'found' ? [productId] : [],
    ]);
  });
});

describe('what an organization has a hand in', () => {
  const product = {
    productCode: '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}',
    name: 'Kaspersky Endpoint Security for Windows',
    publisher: 'AO Kaspersky Lab',
  };

  it('stays as an offer while nothing of it is installed, and is found once it is', () => {
    const facts = (listed: 'advertised' | 'installed') =>
      stateOf(merge(defenderAtWork, { installerProducts: [{ ...product, state: listed }] }));
    const said = (['advertised', 'installed'] as const)
      .map(facts)
      .map(({ verdict, stays }) => [verdict, stays.map(({ reason }) => reason)]);
    expect(said).toEqual([
      ['clean', ['offered']],
      ['found', []],
    ]);
  });

  it('comes back, and that is told where nothing is to be removed too', () => {
    const assigned = {
      key: 'HKLM\\SOFTWARE\\x',
      by: 'groupPolicy' as const,
      name: product.name,
      productCode: product.productCode,
      policyName: 'Deploy',
      userSid: null,
    };
    const told = stateOf(merge(defenderAtWork, { assignedSoftware: [assigned] }));
    expect([told.verdict, told.assigned, stateOf(defenderAtWork).assigned]).toEqual([
      'clean',
      [`${product.name} (Deploy)`],
      [],
    ]);
    expect(stateSentences(told).at(-1)).toMatchObject({ id: 'state.assigned' });
  });
});

describe('remains', () => {
  it('are told apart by whether anything loads them', () => {
    const { verdict, remains } = stateOf(
      merge(defenderAtWork, {
        vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.19' }],
        browserExtensions: [
          {
            browser: 'chrome',
            id: 'amkpcclbbgegoafihnpgomddadjhcadd',
            name: 'Kaspersky Protection',
            origin: 'profile',
          },
        ],
      }),
    );
    expect([verdict, remains.map(({ productId, harmless }) => [productId, harmless])]).toEqual([
      'clean',
      expect.arrayContaining([
        ['kaspersky-browser-extension', false],
        ['kaspersky-for-windows', true],
      ]),
    ]);
  });
});

describe('remains whose every sign is told as a danger', () => {
  const orphan: InventoryFacts = {
    services: [
      {
        name: 'klif.K4W-21-19',
        kind: 'fileSystemDriver',
        state: 'stopped',
        start: 'system',
        imageFile: 'C:\\Windows\\System32\\drivers\\klif.sys',
        imageExists: false,
      },
    ],
  };
  const told = (facts: InventoryFacts) =>
    stateOf(merge(defenderAtWork, facts)).remains.map((each) => each.told);

  it('are marked, so that nobody reads of them twice', () => {
    expect(told(orphan)).toEqual([true]);
  });

  it('are not where a sign beside the danger is told by nothing else', () => {
    const key = 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.19';
    expect(told(merge(orphan, { vendorKeys: [{ key }] }))).toEqual([false]);
  });
});

describe('a driver that programs of others bring along too', () => {
  it('stays, is told, and is neither a danger nor a trace to clean up', () => {
    const one = stateOf(merge(defenderAtWork, loadedDriver('klhk')));
    expect([one.verdict, one.stays.map(({ reason }) => reason), one.remains]).toEqual([
      'clean',
      ['notProven'],
      [],
    ]);
  });
});

describe('an earlier run that waits for a restart', () => {
  it('is told, and what it took off is not found once more', () => {
    const one = stateOf(protectedHome, defaultChoice, awaited());
    expect([one.verdict, names(one), one.restart]).toEqual([
      'restartNeeded',
      [],
      {
        runId: '20261128-220000-abcd',
        products: [awaited().steps[0]?.about].map(nameIn),
        settles: [],
      },
    ]);
  });

  it('hides nothing else that is installed', () => {
    const one = stateOf(merge(protectedHome, vpn), everything, awaited());
    expect([one.verdict, names(one)]).toEqual(['found', ['kaspersky-vpn']]);
  });

  it('takes with it what is only loaded still', () => {
    const one = stateOf(merge(defenderAtWork, loadedDriver('klif')), defaultChoice, awaited());
    expect([one.verdict, one.dangers, one.restart?.settles.map(({ id }) => id)]).toEqual([
      'restartNeeded',
      [],
      ['driverStillLoaded'],
    ]);
  });

  it('takes nothing with it that was dangerous before it began', () => {
    const facts = merge(defenderAtWork, loadedDriver('klif'));
    const before = stateOf(facts).dangers;
    const one = stateOf(facts, defaultChoice, awaited(before));
    expect([one.verdict, one.dangers, one.restart?.settles]).toEqual(['danger', before, []]);
  });

  it('never holds back that the keyboard dies with the restart', () => {
    const one = stateOf(merge(defenderAtWork, deadKeyboard), defaultChoice, awaited());
    expect([one.verdict, one.dangers.map(({ id }) => id), one.restart?.settles]).toEqual([
      'danger',
      ['inputFilterWithoutDriver'],
      [],
    ]);
  });
});

function nameIn(about: EarlierRun['steps'][number]['about'] | undefined) {
  return about?.kind === 'product' ? about.name : null;
}
