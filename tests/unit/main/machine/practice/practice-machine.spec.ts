import { quoted, type Message } from '../../../../../src/shared/domain/message.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotWrite } from '../../../../../src/main/disk/cannot-write.ts';
import type { PerformContext } from '../../../../../src/main/machine/machine.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../../src/main/machine/practice/practice-machine.ts';
import type { Action } from '../../../../../src/shared/domain/action.ts';
import type { Inventory } from '../../../../../src/shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../../../src/shared/domain/inventory/defender.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const endpointCode = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';
const vpnCode = '{A4D60F3B-51C8-4E2A-8C7D-90B2E7F1D365}';
const homeCode = '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}';

async function open(id: string, folder: string, speed = 0): Promise<PracticeMachine> {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  return await PracticeMachine.open({ computer, folder, speed });
}

/** A recorded computer with more settings of Defender. */
async function openWith(id: string, settings: readonly DefenderSetting[]) {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  const { defender } = computer.inventory;
  const items = [...defender.items, ...settings];
  const inventory = { ...computer.inventory, defender: { ...defender, items } };
  const folder = temporaryFolder();
  return await PracticeMachine.open({ computer: { ...computer, inventory }, folder, speed: 0 });
}

function removal(productCode: string, secret?: 'kaspersky' | 'agent'): Action {
  const secretProperties =
    secret === undefined ? [] : [{ name: 'KLPASSWD', secret, encoding: 'plain' as const }];
  return { kind: 'uninstallMsi', productCode, properties: {}, secretProperties };
}

function context(facts: Partial<PerformContext> = {}): PerformContext {
  return {
    secrets: { get: () => undefined },
    timeLimitMs: 60_000,
    logFile: join(temporaryFolder(), 'practice.log'),
    temporaryFolder: temporaryFolder(),
    quarantineFolder: () => '',
    signal: new AbortController().signal,
    onEvent: () => undefined,
    remember: () => undefined,
    ...facts,
  };
}

function names(inventory: Inventory) {
  return {
    products: inventory.installerProducts.items
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('Kaspersky')),
    protecting: inventory.securityProducts.items
      .filter(({ provider, state }) => provider === 'antivirus' && state === 'on')
      .map(({ name }) => name),
    restarts: inventory.pendingRestarts.items.length,
  };
}

describe('a practice machine', () => {
  it('is as it was recorded and says that it is practice', async () => {
    const machine = await open('family-pc', temporaryFolder());
    const inventory = await machine.inventory();
    expect([machine.practice, machine.id, inventory.source, names(inventory)]).toEqual([
      true,
      'practice-family-pc',
      { kind: 'practice', detail: 'A family computer with a bit of everything' },
      {
        products: ['Kaspersky', 'Kaspersky VPN', 'Kaspersky Security Center Network Agent'],
        protecting: ['Kaspersky'],
        restarts: 0,
      },
    ]);
  });

  it('goes from one antivirus to the other over a restart, and other processes see it', async () => {
    const folder = temporaryFolder();
    const machine = await open('family-pc', folder);
    const { exitCode } = await machine.perform(removal(homeCode.toLowerCase()), context());
    const before = names(await (await open('family-pc', folder)).inventory());
    machine.restart();
    const after = names(await (await open('family-pc', folder)).inventory());
    const products = ['Kaspersky VPN', 'Kaspersky Security Center Network Agent'];
    expect([exitCode, before, after]).toEqual([
      3010,
      { products, protecting: [], restarts: 1 },
      { products, protecting: ['Windows Defender'], restarts: 0 },
    ]);
  });

  it.each([
    ['none', undefined, 'kaspersky', 1603],
    ['a wrong one', 'guess', 'kaspersky', 1603],
    ['the right one that the action does not hand over', 'practice', undefined, 1603],
    ['the right one', 'practice', 'kaspersky', 3010],
  ] as const)('asks for a password and is given %s', async (_words, password, ref, exitCode) => {
    const machine = await open('business', temporaryFolder());
    const secrets = { get: () => password };
    const result = await machine.perform(removal(endpointCode, ref), context({ secrets }));
    const gone = !names(await machine.inventory())
      .products.join()
      .includes('Endpoint');
    expect([result.exitCode, gone]).toEqual([exitCode, exitCode === 3010]);
  });

  it('knows nothing of what is not installed', async () => {
    const machine = await open('clean', temporaryFolder());
    const program = 'C:\\Program Files\\Nothing\\uninstall.exe';
    const started = {
      kind: 'runUninstaller',
      program,
      args: [],
      workingFolder: 'C:\\',
      maker: null,
    } as const;
    const results = [
      await machine.perform(removal(vpnCode), context()),
      await machine.perform(started, context()),
    ];
    expect(results.map(({ ended, exitCode }) => [ended, exitCode])).toEqual([
      ['exited', 1605],
      ['couldNotStart', null],
    ]);
  });

  it('stops when the person cancels, and has changed nothing', async () => {
    const machine = await open('family-pc', temporaryFolder(), 0.01);
    const cancel = new AbortController();
    const onEvent = () => cancel.abort();
    const result = await machine.perform(
      removal(vpnCode),
      context({ signal: cancel.signal, onEvent }),
    );
    expect([
      result.ended,
      names(await machine.inventory()).products.includes('Kaspersky VPN'),
    ]).toEqual(['cancelled', true]);
  });

  it('says what it waits for while an uninstaller hangs, and can be cancelled meanwhile', async () => {
    const machine = await open('stubborn', temporaryFolder(), 0.001);
    const cancel = new AbortController();
    const waits: Message[] = [];
    const onEvent: PerformContext['onEvent'] = (event) => {
      if (event.kind === 'waiting' && waits.push(event.waitingFor) === 3) cancel.abort();
    };
    const result = await machine.perform(
      removal(vpnCode),
      context({ signal: cancel.signal, onEvent }),
    );
    expect([result.ended, waits]).toEqual(['cancelled', Array(3).fill(quoted('ksdeui.exe'))]);
  });

  it.each([
    ['the recording says', 30 * 60_000, 100],
    ['the time limit says', 10_000, 10],
  ])('gives up what hangs as soon as %s', async (_words, timeLimitMs, durationMs) => {
    const machine = await open('stubborn', temporaryFolder(), 0.001);
    const result = await machine.perform(removal(vpnCode), context({ timeLimitMs }));
    expect([result.ended, result.durationMs]).toEqual(['timedOut', durationMs]);
  });

  it('answers otherwise after a restart where the recording says so', async () => {
    const machine = await open('stubborn', temporaryFolder());
    const failed = await machine.perform(removal(homeCode), context());
    const before = names(await machine.inventory()).products;
    machine.restart();
    const removed = await machine.perform(removal(homeCode), context());
    const after = names(await machine.inventory()).products;
    expect([failed.exitCode, removed.exitCode, before, after]).toEqual([
      1603,
      3010,
      ['Kaspersky', 'Kaspersky VPN', 'Kaspersky Password Manager'],
      ['Kaspersky VPN', 'Kaspersky Password Manager'],
    ]);
  });

  it('shows progress that never falls and ends at one', async () => {
    const machine = await open('family-pc', temporaryFolder(), 0.001);
    const fractions: number[] = [];
    await machine.perform(
      removal(vpnCode),
      context({
        onEvent: (event) => event.kind === 'progress' && fractions.push(event.fraction ?? -1),
      }),
    );
    expect([fractions[0], fractions.at(-1), fractions.length > 20, fractions]).toEqual([
      0,
      1,
      true,
      fractions.toSorted((a, b) => a - b),
    ]);
  });

  it('begins anew when its file is damaged, and when it is told to', async () => {
    const folder = temporaryFolder();
    const machine = await open('family-pc', folder);
    const recorded = names(await machine.inventory());
    await machine.perform(removal(vpnCode), context());
    machine.reset();
    const reset = names(await machine.inventory());
    writeFileSync(join(folder, 'practice-computer.json'), '{"format":');
    expect([reset, names(await machine.inventory())]).toEqual([recorded, recorded]);
  });

  it('lets Microsoft Defender be reactivated as Windows does', async () => {
    const machine = await open('home', temporaryFolder());
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
    const actions: readonly Action[] = [
      { kind: 'startService', name: 'WdNisSvc' },
      { kind: 'setServiceStart', name: 'WdBoot', start: 'boot', expected: 'disabled' },
      { kind: 'setServiceStart', name: 'WinDefend', start: 'auto', expected: 'disabled' },
      { kind: 'removeRegistryValue', key, name: 'PassiveMode', expectedData: 1 },
      { kind: 'removeRegistryValue', key, name: 'PassiveMode', expectedData: 1 },
      { kind: 'updateDefenderSignatures' },
    ];
    const exitCodes: (number | null)[] = [];
    for (const action of actions) {
      exitCodes.push((await machine.perform(action, context())).exitCode);
    }
    const { services, defender } = await machine.inventory();
    const nis = services.items.find(({ name }) => name === 'WdNisSvc');
    const engine = services.items.find(({ name }) => name === 'WinDefend');
    expect({
      exitCodes,
      services: [nis?.state, engine?.start],
      passiveMode: defender.items.some(({ name }) => name === 'PassiveMode'),
    }).toEqual({
      exitCodes: [0, 1060, 0, 0, 2, 0],
      services: ['running', 'auto'],
      passiveMode: false,
    });
  });

  it('refuses what the real executor refuses', async () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
    const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
    const removed = (place: string, name: string, expectedData = 1) =>
      ({ kind: 'removeRegistryValue', key: place, name, expectedData }) as const;
    const ends = async (id: string, actions: readonly Action[]) => {
      const machine = await openWith(id, [
        { key: policies, name: 'DisableAntiSpyware', data: 1, inLocalPolicy: false },
        { key: policies, name: 'DisableAntiVirus', data: 1, inLocalPolicy: true },
      ]);
      const performed: string[] = [];
      for (const action of actions) {
        performed.push((await machine.perform(action, context())).ended);
      }
      return performed;
    };
    const policy = removed(policies, 'DisableAntiSpyware');
    expect({
      own: await ends('home', [
        removed(key, 'PassiveMode', 2),
        removed(key, 'InnocentNeighbour'),
        { kind: 'startService', name: 'wscsvc' },
        removed(policies, 'DisableAntiVirus'),
        policy,
      ]),
      ofAnOffice: await ends('business', [policy]),
      tamperProtected: await ends('clean', [policy]),
    }).toEqual({
      own: [...Array.from({ length: 4 }, () => 'couldNotStart'), 'exited'],
      ofAnOffice: ['couldNotStart'],
      tamperProtected: ['couldNotStart'],
    });
  });

  it('answers the live check by whoever is on in Windows Security', async () => {
    const machine = await open('clean', temporaryFolder());
    const { amsi, eicar } = await machine.liveCheck(new AbortController().signal);
    expect([amsi.outcome, eicar.outcome]).toEqual(['detected', 'detected']);
  });

  it('says of a disk that takes nothing what a run says of it, and stays as it was', async () => {
    const folder = temporaryFolder();
    const machine = await open('home', folder);
    // What is written goes beside its place first.
    mkdirSync(join(folder, 'practice-computer.json.tmp', 'taken'), { recursive: true });
    await expect(machine.perform(removal(vpnCode), context())).rejects.toThrow(CannotWrite);
    expect(names(await machine.inventory()).products).toContain('Kaspersky VPN');
  });
});
