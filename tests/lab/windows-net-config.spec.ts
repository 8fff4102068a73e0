import { beforeEach, describe, expect, test } from 'vitest';
import type { ActionOf, ActionResult, Before } from '../../src/shared/domain/action.ts';
import type { ActionEvent } from '../../src/main/machine/machine.ts';
import { english } from '../../src/shared/words/english.ts';
import type { PerformOrder } from './scripts/perform-action.ts';
import { runScriptFile } from './support/lab-scripts.ts';
import { noLab, sharedMachine } from './support/lab-spec.ts';

const lab = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Network';
const services =
  'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}';
const filter = '{0D2E8A4B-6C57-4C0E-9B7E-3A1F5D2C4B60}';
const twin = '{0A2E8A4B-6C57-4C0E-9B7E-3A1F5D2C4B61}';
const innocent = '{6F1C2B1E-4C2B-4E0C-8C5F-1C2D3E4F5A6B}';
const description = 'Kaspersky Lab NDIS 6 Filter';

const component = {
  componentId: 'kl_filter',
  instanceKey: `${services}\\${filter}`.replace('HKEY_LOCAL_MACHINE', 'HKLM'),
  service: 'klim6',
};
const remove: ActionOf<'removeNetworkComponent'> = { kind: 'removeNetworkComponent', ...component };
const install: ActionOf<'installNetworkComponent'> = {
  kind: 'installNetworkComponent',
  ...component,
  description,
};

const inf = (provider: string) =>
  `[Version]\r\nProvider=%Maker%\r\n[Manufacturer]\r\n%Maker%=Models,NTamd64\r\n[Models.NTamd64]\r\nFilter=Install,kl_filter\r\n[Strings]\r\nMaker="${provider}"\r\n`;
const registered = (instance: string, id: string, service: string) =>
  `[${services}\\${instance}]\n"ComponentId"="${id}"\n"Description"="${description}"\n\n[${services}\\${instance}\\Ndi]\n"Service"="${service}"\n\n`;
const hex = (number: number) => `dword:${number.toString(16).padStart(8, '0')}`;

describe.skipIf(noLab)('components of the network', () => {
  const computer = sharedMachine('network');

  beforeEach(async () => {
    await computer().writeFile('C:\\windows\\inf\\oem7.inf', inf('Kaspersky Lab'));
  });

  /** A computer with the filter of the vendor and one of somebody else, and with these failures. */
  async function given(
    failures: Readonly<Record<string, number | string>>,
    planted = '',
  ): Promise<void> {
    const values = Object.entries(failures).map(
      ([name, value]) => `"${name}"=${typeof value === 'string' ? `"${value}"` : hex(value)}\n`,
    );
    await computer().importReg(
      `Windows Registry Editor Version 5.00\n\n[-${lab}]\n\n[-${services}]\n\n[${lab}]\n${values.join('')}\n` +
        `[${lab}\\kl_filter]\n"Description"="${description}"\n"Service"="klim6"\n\n` +
        `${registered(filter, 'KL_Filter', 'klim6')}${registered(innocent, 'acme_lwf', 'acmelwf')}${planted}`,
    );
  }

  async function perform(action: PerformOrder['action'], timeLimitMs = 60_000) {
    const order: PerformOrder = {
      action,
      secrets: {},
      logFile: 'C:\\cutover\\network.log',
      timeLimitMs,
      cancelFile: 'C:\\cutover\\cancel',
      gracefulEndMs: 60_000,
    };
    const { stdout, stderr } = await runScriptFile(computer(), 'perform-action', order);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ActionEvent | Said | Remembered);
    const said = lines.at(-1);
    if (said?.kind !== 'result') throw new Error(`It said nothing: ${stderr}`);
    const waited = lines.flatMap((line) =>
      line.kind === 'waiting' ? english.render(line.waitingFor) : [],
    );
    const before = lines.flatMap((line) => (line.kind === 'before' ? [line.before] : []))[0];
    const { ended, exitCode, message } = said.result;
    const tree = await computer().readRegTree(services);
    const known = Object.values(tree).flatMap((key) => key['ComponentId'] ?? []);
    const { Calls = '' } = (await computer().readReg(lab)) ?? {};
    return {
      end: [ended, exitCode, ...message.map(({ id }) => id)],
      said: said.result.said,
      waited: [...new Set(waited)],
      before,
      known: known.map(String).toSorted(),
      calls: Calls,
    };
  }

  const both = ['KL_Filter', 'acme_lwf'];
  const begun = 'lock begin';
  const ended = 'end unlock';

  test('are removed by Windows, under its lock and by one thread, and the others stay', async () => {
    await given({});
    expect(await perform(remove)).toEqual({
      end: ['exited', 0],
      said: null,
      // A slow machine says what it waits for, and that nobody else holds it up.
      waited: expect.toSatisfy((all: readonly string[]) =>
        all.every((each) => each === 'Windows, which is changing the network'),
      ),
      before: { kind: 'networkComponent', there: true, description, inf: 'oem7.inf' },
      known: ['acme_lwf'],
      calls: `${begun} remove apply ${ended}`,
    });
    expect(await perform(remove)).toMatchObject({ end: ['exited', 0], known: ['acme_lwf'] });
    // Taken back from the package that Windows still has.
    expect(await perform(install)).toMatchObject({
      end: ['exited', 0],
      known: ['acme_lwf', 'kl_filter'],
    });
    expect((await perform(install)).end).toEqual(['couldNotStart', null, 'refused.componentThere']);
  });

  test('wait for whoever holds the lock, by name, and are left alone when that takes too long', async () => {
    await given({ LockedTimes: 2, LockedBy: 'Acme VPN Setup' });
    expect(await perform(remove)).toMatchObject({
      end: ['exited', 0],
      waited: expect.arrayContaining([
        '“Acme VPN Setup”, which is changing the network of Windows',
      ]),
      known: ['acme_lwf'],
    });
    await given({ LockedTimes: 1000, LockedBy: 'Acme VPN Setup' });
    expect(await perform(remove, 1_500)).toMatchObject({
      end: ['exited', 0x8004a024, 'network.locked'],
      known: both,
      calls: '',
    });
  });

  test.each([
    ['has no such interface', { FailCreate: 0x80040154 }, [0x80040154], ''],
    ['wants a restart first', { FailLock: 0x8004a025 }, [0x8004a025, 'network.restartFirst'], ''],
    ['denies access', { FailBegin: 0x80070005 }, [0x80070005], 'lock begin unlock'],
    ['cannot look for it', { FailFind: 0x80004005 }, [0x80004005], `${begun} ${ended}`],
    [
      'has a connection open',
      { FailRemove: 0x8004a026 },
      [0x8004a026, 'network.connectionsOpen'],
      `${begun} remove cancel ${ended}`,
    ],
    [
      'says that others need it',
      { Remove: 0x0004a023 },
      [0x0004a023, 'network.stillNeeded'],
      `${begun} remove cancel ${ended}`,
    ],
    [
      'fails for a reason that nobody knows',
      { FailApply: 0x8000ffff },
      [0x8000ffff],
      `${begun} remove apply ${ended}`,
    ],
  ] as const)('stay where Windows %s, which is told', async (_words, failures, end, calls) => {
    await given(failures);
    const { said, ...ran } = await perform(remove);
    expect(ran).toMatchObject({ end: ['exited', ...end], known: both, calls });
    expect(said === null).toBe(end.length > 1);
  });

  test('go with the next start where Windows says so', async () => {
    await given({ Remove: 0x0004a020 });
    expect(await perform(remove)).toMatchObject({
      end: ['exited', 3010, 'network.restart'],
      known: ['acme_lwf'],
    });
    await given({ FailRemove: 0x8004a028 });
    expect((await perform(remove)).end).toEqual(['exited', 3010, 'network.restart']);
  });

  test('stay that are another one of the same name, or of another maker', async () => {
    await given({}, registered(twin, 'kl_filter', 'klim6'));
    expect(await perform(remove)).toMatchObject({
      end: ['exited', 13, 'network.another'],
      known: ['KL_Filter', 'acme_lwf', 'kl_filter'],
    });
    await given({});
    await computer().writeFile('C:\\windows\\inf\\oem7.inf', inf('Acme'));
    expect(await perform(remove)).toMatchObject({
      end: ['couldNotStart', null, 'refused.foreignComponent'],
      known: both,
      calls: '',
    });
  });
});

interface Said {
  readonly kind: 'result';
  readonly result: ActionResult;
}

interface Remembered {
  readonly kind: 'before';
  readonly before: Before;
}
