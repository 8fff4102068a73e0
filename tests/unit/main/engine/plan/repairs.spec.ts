import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import { defaultChoice, type Choice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge, vpn } from '../../../../support/kaspersky-machines.ts';

const keyboard = '{4D36E96B-E325-11CE-BFC1-08002BE10318}';
const keyboardKey = `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\${keyboard}`;

function planFor(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const inventory = inventoryOf(facts);
  return plan(inventory, detect(inventory), { ...defaultChoice, ...choice });
}

/** What is done about the dangers, and why nothing is done about the others. */
function repairsFor(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const { steps, notRepaired } = planFor(facts, choice);
  const cleaning = steps.filter(({ phase }) => phase === 'clean');
  return [
    ...cleaning.map(({ action }) => action),
    ...notRepaired.map(({ name, why }) => [name, why.id]),
  ];
}

const keyboardFilters = (upperFilters: string[], lowerFilters: string[] = []): InventoryFacts => ({
  classFilters: [{ classGuid: keyboard, className: 'Keyboard', upperFilters, lowerFilters }],
});

type DriverFacts = Partial<NonNullable<InventoryFacts['services']>[number]>;

const driver = (name: string, facts: DriverFacts = {}): InventoryFacts => ({
  services: [
    {
      name,
      kind: 'kernelDriver',
      state: 'stopped',
      start: 'system',
      imagePath: `System32\\drivers\\${name}.sys`,
      imageFile: `C:\\Windows\\System32\\drivers\\${name}.sys`,
      imageExists: false,
      ...facts,
    },
  ],
});

const subject = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
const root = { thumbprint: 'AA', subject, issuer: subject };
const userSid = 'S-1-5-21-1-2-3-1001';

describe('a filter whose driver is gone', () => {
  it('is taken out of its list with all of the vendor, and the others keep their order', () => {
    const lists = ['SynTP', 'klkbdflt.K4W-21-26', 'kbdclass', 'klfltdev.KES-14-1'];
    expect(repairsFor(keyboardFilters(lists, ['klkbdflt2']))).toEqual([
      {
        kind: 'takeFromFilterList',
        key: keyboardKey,
        list: 'UpperFilters',
        expected: lists,
        names: ['klkbdflt.K4W-21-26', 'klfltdev.KES-14-1'],
      },
      {
        kind: 'takeFromFilterList',
        key: keyboardKey,
        list: 'LowerFilters',
        expected: ['klkbdflt2'],
        names: ['klkbdflt2'],
      },
    ]);
  });

  it('never takes a name with it that is not certainly of the vendor, whatever stands beside it', () => {
    const names = fc.constantFrom('kbdclass', 'SynTP', 'klkbdfltx', 'klhk', 'klifsdk', 'klips');
    fc.assert(
      fc.property(fc.array(names), fc.array(names), (before, after) => {
        const actions = repairsFor(keyboardFilters([...before, 'klkbdflt', ...after]));
        const taken = actions.flatMap((each) => ('names' in each ? each.names : []));
        expect(taken).toEqual(['klkbdflt']);
      }),
    );
  });

  it('stays where only a name that others use as well, or a hint, speaks for it', () => {
    expect([repairsFor(keyboardFilters(['klhk'])), repairsFor(keyboardFilters(['klips']))]).toEqual(
      [[['klhk', 'notRepaired.notProven']], [['klips', 'notRepaired.notProven']]],
    );
  });

  it('stays where its entry leads to a file of another name', () => {
    const elsewhere = { imageFile: 'C:\\Windows\\System32\\drivers\\acme.sys' };
    const machine = merge(keyboardFilters(['kl1', 'kbdclass']), driver('kl1', elsewhere));
    expect(repairsFor(machine).map((each) => ('kind' in each ? each.kind : each))).toEqual([
      ['kl1', 'notRepaired.notProven'],
      ['kl1', 'notRepaired.notProven'],
    ]);
  });

  it('is corrected before the entry of its driver goes', () => {
    const machine = merge(keyboardFilters(['klkbdflt', 'kbdclass']), driver('klkbdflt'));
    const { steps } = planFor(machine);
    expect(steps.map(({ phase, action }) => [phase, action.kind])).toEqual([
      ['clean', 'takeFromFilterList'],
      ['clean', 'deleteDriver'],
    ]);
  });

  it('stays when what remains is to stay', () => {
    expect(repairsFor(keyboardFilters(['klkbdflt']), { phases: ['remove'] })).toEqual([]);
  });
});

describe('the entry of a driver without its file', () => {
  const why = (...machines: readonly InventoryFacts[]) => repairsFor(merge(...machines));

  it('goes', () => {
    expect(why(driver('klim6'))).toEqual([
      { kind: 'deleteDriver', name: 'klim6', imagePath: 'System32\\drivers\\klim6.sys' },
    ]);
  });

  it('stays while it runs', () => {
    expect(why(driver('klim6', { state: 'running' }))).toEqual([
      ['klim6', 'notRepaired.stillRuns'],
      ['klim6', 'notRepaired.stillRuns'],
    ]);
  });

  it('stays when its name proves too little, or its path leads to another file', () => {
    const other = { imageFile: 'C:\\Program Files\\Acme\\acme.sys' };
    expect([why(driver('klips')), why(driver('klhk')), why(driver('klim6', other))]).toEqual([
      [['klips', 'notRepaired.notProven']],
      [['klhk', 'notRepaired.notProven']],
      [['klim6', 'notRepaired.notProven']],
    ]);
  });

  it('goes when only the plain name of its file is others’ too', () => {
    const imageFile = 'C:\\Windows\\System32\\drivers\\K4W-21-25\\klhk.sys';
    expect(why(driver('klhk.K4W-21-25', { imageFile }))).toMatchObject([{ kind: 'deleteDriver' }]);
  });

  it('stays when something may be encrypted with it', () => {
    expect(why(driver('klfdefsf'))).toEqual([['klfdefsf', 'notRepaired.encryption']]);
  });

  it('stays when an adapter is bound to it, or not everything that may name it was read', () => {
    expect([
      why(driver('klim6'), { networkAdapters: [{ adapterId: '{A}', upperBind: ['klim6'] }] }).at(
        -1,
      ),
      why(driver('klim6'), { partial: ['deviceFilters'] }),
      why(driver('klim6'), { unreadable: ['classFilters'] }),
    ]).toEqual([
      ['klim6', 'notRepaired.bound'],
      [['klim6', 'notRepaired.notRead']],
      [['klim6', 'notRepaired.notRead']],
    ]);
  });

  it('stays when it belongs to a product that is installed', () => {
    const own = driver('klwfp.K4W-21-25', {
      imageFile: 'C:\\Windows\\System32\\drivers\\K4W-21-25\\klwfp.sys',
    });
    const { notRepaired } = planFor(merge(home, own), { only: ['vpn'] });
    expect(notRepaired.map(({ why: { id } }) => id)).toEqual(['notRepaired.usedBy']);
  });
});

describe('a component of the network whose driver is gone', () => {
  const network = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network';
  const instanceKey = `${network}\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\{A}`;
  const component = (service: string): InventoryFacts => ({
    networkComponents: [{ componentId: 'kl_filter', instanceKey, service }],
  });

  it('is removed by Windows before the entry of its driver goes', () => {
    const bound = { networkAdapters: [{ adapterId: '{A}', upperBind: ['klim6'] }] };
    expect(repairsFor(merge(driver('klim6'), component('klim6'), bound))).toEqual([
      {
        kind: 'removeNetworkComponent',
        componentId: 'kl_filter',
        instanceKey,
        service: 'klim6',
      },
      { kind: 'deleteDriver', name: 'klim6', imagePath: 'System32\\drivers\\klim6.sys' },
    ]);
  });

  it('stays when the name of its driver proves too little, or a product that is there may use it', () => {
    const others = home.services?.filter(({ name }) => name !== 'klim6') ?? [];
    const installed = repairsFor(merge({ ...home, services: others }, driver('klim6')));
    expect([repairsFor(component('kltdix')), repairsFor(component('klips')), installed]).toEqual([
      [],
      [['klips', 'notRepaired.notProven']],
      [
        ['klim6', 'notRepaired.usedBy'],
        ['klim6', 'notRepaired.usedBy'],
      ],
    ]);
  });

  it('of somebody else stays, also beside one of the vendor', () => {
    const acme = { componentId: 'acme_lwf', instanceKey: 'HKLM\\ACME', service: 'acmelwf' };
    const removed = repairsFor(
      merge(driver('klim6'), component('klim6'), { networkComponents: [acme] }),
    ).flatMap((each) => ('componentId' in each ? [each.componentId] : []));
    expect(removed).toEqual(['kl_filter']);
  });
});

describe('a root certificate of a product that is gone', () => {
  it.each([true, false])('goes from the stores of the machine and of a person (%s)', (loaded) => {
    const machine: InventoryFacts = {
      profiles: [{ sid: userSid, loaded }],
      certificates: [root, { ...root, thumbprint: 'AB', userSid }],
    };
    expect(repairsFor(machine)).toEqual([
      { kind: 'distrustCertificate', thumbprint: 'AA', userSid: null },
      { kind: 'distrustCertificate', thumbprint: 'AB', userSid },
    ]);
  });

  it('stays in the settings of a person without a profile, and in Firefox, and says why', () => {
    const machine: InventoryFacts = {
      profiles: [{ sid: `${userSid}1`, loaded: true }],
      certificates: [
        { ...root, userSid },
        { ...root, thumbprint: 'AB', userSid, firefoxProfile: 'C:\\Users\\anna\\x.default' },
      ],
    };
    expect(repairsFor(machine).map((each) => ('kind' in each ? each : each[1]))).toEqual([
      'leftover.noProfile',
      'notRepaired.firefox',
    ]);
  });

  it('goes beside a VPN that stays, and stays beside an antivirus that stays', () => {
    const beside = (other: InventoryFacts) => {
      const inventory = inventoryOf(merge(other, { certificates: [root] }));
      // Of an older product, whose remains are a finding of their own.
      const left = detect(inventoryOf({ certificates: [root] }));
      const { steps, notRepaired } = plan(inventory, [...detect(inventoryOf(other)), ...left], {
        ...defaultChoice,
        only: ['agent'],
      });
      return [...steps.map(({ action }) => action.kind), ...notRepaired.map(({ why }) => why.id)];
    };
    expect([beside(vpn), beside(home)]).toEqual([['distrustCertificate'], ['notRepaired.usedBy']]);
  });

  it('is no concern of ours when it is of somebody else', () => {
    const other = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab, C=X';
    expect([
      repairsFor({ certificates: [{ ...root, issuer: 'CN=Somebody Else' }] }),
      repairsFor({ certificates: [{ ...root, subject: 'CN=DigiCert', issuer: 'CN=DigiCert' }] }),
      repairsFor({ certificates: [{ thumbprint: 'AC', subject: other, issuer: subject }] }),
    ]).toEqual([[], [], []]);
  });
});
