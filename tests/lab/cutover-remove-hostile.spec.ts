import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message, type Message } from '../../src/shared/domain/message.ts';
import { saidSchema } from '../../src/shared/domain/message-schema.ts';
import { outcomes, removeOn, type Ran } from './support/cutover-run.ts';
import { noLab } from './support/lab-spec.ts';
import { olgasHive } from './support/olgas-hive.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';

const marker = 'C:\\hostile-ran.txt';
const unquoted = 'C:\\Program Files (x86)\\Kaspersky Lab\\Unquoted Path\\uninst.exe';

function keptBy({ record }: Ran): Record<string, string> {
  return Object.fromEntries(record.plan.kept.map(({ name, reason }) => [name, reason]));
}

/** Without the English text beside it. */
function whyKept({ record }: Ran, product: string): Message {
  return saidSchema.parse(record.plan.kept.find(({ name }) => name === product)?.explanation);
}

describe.skipIf(noLab)('entries whose uninstall commands are an attack', () => {
  let on: Prepared;
  beforeAll(async () => {
    // The certificate that a person trusts who is away speaks for one of them.
    const files = { 'C:\\users\\olga\\NTUSER.DAT': olgasHive(undefined, false) };
    on = await prepared({ products: ['hostile'], files });
  });
  afterAll(() => on?.machine.destroy());

  test('none of them is run, each is kept with its reason, and nothing is changed', async () => {
    const ran = await removeOn(on.machine);
    expect([ran.exitCode, outcomes(ran), on.machine.exists(marker)]).toEqual([2008, [], false]);
    expect(keptBy(ran)).toMatchObject({
      'Kaspersky Anti-Virus 2019': 'notProven',
      'Kaspersky Free': 'notProven',
      'Kaspersky Total Security': 'notProven',
      'Kaspersky Safe Kids': 'notChosen',
      'Kaspersky Password Tool': 'notChosen',
      'Kaspersky Cleanup Helper': 'notChosen',
    });
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({ ...onlyOurs, remaining: effectOf(on, on.full).remaining });
  });

  test('with --all only the one whose program is proven is run, as the whole path it names', async () => {
    const ran = await removeOn(on.machine, ['--all']);
    // C:\Program.exe and C:\Program Files (x86)\Kaspersky.exe lie in wait for a path that is cut at a blank.
    expect([outcomes(ran), await on.machine.readFile(marker)]).toEqual([
      [['Kaspersky Password Tool', 'stillPresent', 0]],
      `"${unquoted}" /S\r\n`,
    ]);
    expect(keptBy(ran)).toMatchObject({
      'Kaspersky Anti-Virus 2019': 'notProven',
      'Kaspersky Free': 'notProven',
      'Kaspersky Total Security': 'notProven',
      'Kaspersky Safe Kids': 'notProven',
      'Kaspersky Cleanup Helper': 'noSafeWay',
    });
    const why = message('uninstaller.oddArgument', { argument: '&' });
    expect(whyKept(ran, 'Kaspersky Cleanup Helper')).toEqual(message('kept.refused', { why }));
    const effect = effectOf(on, await on.machine.snapshot());
    expect({
      ...effect,
      foreignAdded: effect.foreignAdded.filter((name) => name !== marker),
    }).toEqual({
      ...onlyOurs,
      remaining: effectOf(on, on.full).remaining,
    });
    const entries = effect.remaining.filter((name) => /\\Uninstall\\/.test(name));
    expect([entries.length > 0, unnamed(ran.record, entries)]).toEqual([true, []]);
  });

  test('the comparison notices when a neighbour loses something', async () => {
    const file = 'C:\\Program Files\\Innocent AV\\engine.dat';
    const neighbour = 'C:\\Program Files\\Kaspersky Lab Fans\\members.txt';
    const entry = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\WardWiz';
    await on.machine.run('cmd.exe', ['/c', 'del', file]);
    await on.machine.writeFile(neighbour, 'changed');
    await on.machine.run('reg.exe', ['delete', entry, '/v', 'Publisher', '/f']);
    const effect = effectOf(on, await on.machine.snapshot());
    expect([effect.foreignRemoved, effect.changed, effect.remaining.includes(file)]).toEqual([
      [`${entry} → Publisher`],
      [neighbour],
      false,
    ]);
  });
});
