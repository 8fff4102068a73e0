import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJournal } from '../../src/main/engine/record/journal.ts';
import { readRunRecord } from '../../src/main/engine/record/run-folder.ts';
import { jsonText } from '../../src/main/report/json-text.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import {
  dataFolder,
  outcomes,
  type Ran,
  refusedOn,
  removeOn,
  runFiles,
} from './support/cutover-run.ts';
import { no32Bit, serviceState } from './support/lab-spec.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';

const home = 'Kaspersky Internet Security – Защита';
const vpn = 'Kaspersky VPN';

/** It trusted it for itself; once it is gone nobody needs it. */
const rootCertificate = 'Kaspersky Anti-Virus Personal Root Certificate';

/** Its uninstaller forgets the entry of a driver. */
const deadDriver = 'klids.K4W-21-3';

/** What stays: a quarantine of the person. */
const leftBehind = 'C:\\ProgramData\\Kaspersky Lab\\AVP21.3\\QB\\quarantined.klq';

describe.skipIf(no32Bit)('removing a home product beside its VPN', () => {
  let on: Prepared;
  let ran: Ran;
  beforeAll(async () => {
    on = await prepared({ products: ['home'], staying: ['vpn'] });
    ran = await removeOn(on.machine);
  });
  afterAll(() => on?.machine.destroy());

  test('the antivirus goes, and the VPN stays because nobody chose it', async () => {
    const kept = ran.record.plan.kept.filter(({ name }) => name === vpn);
    expect({
      exitCode: ran.exitCode,
      outcome: ran.record.outcome,
      steps: outcomes(ran),
      kept: kept.map(({ reason }) => reason),
      vpn: await serviceState(on.machine, 'KSDE5.2'),
      protectedBy: ran.record.protection?.products,
    }).toEqual({
      exitCode: 0,
      outcome: 'cleanAndProtected',
      steps: [
        [home, 'removed', 0],
        [rootCertificate, 'done', 0],
        [deadDriver, 'done', 0],
        ['C:\\ProgramData\\Kaspersky Lab', 'done', 0],
        ['HKU\\S-1-5-21-0-0-0-1000\\Software\\KasperskyLab', 'done', 0],
      ],
      kept: ['notChosen'],
      vpn: 'RUNNING',
      protectedBy: ['Innocent Antivirus'],
    });
  });

  test('what vanished came with it, what stayed is named, and VPN and neighbours are untouched', async () => {
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toMatchObject(onlyOurs);
    expect(effect.remaining).toContain(leftBehind);
    expect(effect.remaining.filter((each) => each.includes(deadDriver))).toEqual([]);
    expect(unnamed(ran.record, effect.remaining)).toEqual([]);
  });

  test('the run leaves its whole record, and it reads back', async () => {
    const path = on.machine.toLinux(ran.folder);
    const read = async (name: string) => on.machine.readFile(`${ran.folder}\\${name}`);
    const html = await read('report.html');
    const files = await runFiles(on.machine, ran.folder);
    const [kept, own] = [true, false].map((is) =>
      files.filter((name) => name.startsWith('quarantine/') === is),
    );
    expect(
      kept?.filter((name) => name.endsWith('base.avc') || name.endsWith('.json')),
    ).toHaveLength(2);
    expect(own).toEqual([
      'after.json',
      'before.json',
      'journal.jsonl',
      'logs/remove-kaspersky-internet-security-avp21.3-1.log',
      'report.html',
      'report.json',
    ]);
    expect(readJournal(`${path}/journal.jsonl`)).toMatchObject({ ok: true, torn: false });
    // The file has the English texts beside what reads back.
    expect(JSON.parse(jsonText(readRunRecord(path)))).toEqual(ran.record);
    const [before, after] = [await read('before.json'), await read('after.json')].map((text) =>
      inventorySchema.parse(JSON.parse(text)).programs.items.map(({ displayName }) => displayName),
    );
    expect([before?.filter((name) => name === home), after?.includes(home)]).toEqual([
      [home, home],
      false,
    ]);
    expect([html.includes(home), /<(?:script|link|img)[^>]+(?:src|href)=/.test(html)]).toEqual([
      true,
      false,
    ]);
  });

  test('the log of events knows Cutover, by a file of Windows’ own', async () => {
    const log = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application';
    expect(await on.machine.readReg(`${log}\\Cutover`)).toEqual({
      CustomSource: 1,
      TypesSupported: 7,
      EventMessageFile: 'C:\\windows\\system32\\EventCreate.exe',
    });
  });

  test('how it ended stands in the registry, for tools that ask nobody', async () => {
    const state = await on.machine.readReg('HKLM\\SOFTWARE\\Cutover\\State');
    const record = await readFile(on.machine.toLinux(`${ran.folder}\\report.json`));
    expect(state).toEqual({
      format: 'cutover-state/1',
      verdict: ran.record.state?.verdict,
      name: 'success',
      code: 0,
      time: ran.record.finishedAt,
      run: ran.record.runId,
      version: ran.record.cutoverVersion,
      record: `${ran.folder}\\report.json`,
      sha256: createHash('sha256').update(record).digest('hex'),
    });
  });

  test('only administrators can read the folder of the runs', async () => {
    // Wine turns the access list into the permissions of Linux: nothing for group and others.
    const [own, usual] = await Promise.all(
      [dataFolder, 'C:\\ProgramData'].map((folder) => stat(on.machine.toLinux(folder))),
    );
    expect([(own?.mode ?? 0) & 0o007, (usual?.mode ?? 0) & 0o005]).toEqual([0, 0o005]);
  });
});

/** Kaspersky's own sign that a password protects the product; this product takes none from outside. */
const passwordSet = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.3\\Settings\\PasswordProtectionSettings]
"OPEP"=hex:01,02,03,04
`;

describe.skipIf(no32Bit)('removing a home product together with its VPN', () => {
  let on: Prepared;
  beforeAll(async () => {
    on = await prepared({ products: ['home', 'vpn'] });
  });
  afterAll(() => on?.machine.destroy());

  test('what a person has to do first ends an unattended run, which names the flag', async () => {
    await on.machine.importReg(passwordSet);
    const refused = await refusedOn(on.machine, ['remove', '--include', 'vpn']);
    expect([refused.exitCode, on.machine.exists(dataFolder)]).toEqual([2012, false]);
    expect(refused.message).toContain('--acknowledge password');
    await on.machine.run('reg.exe', [
      'delete',
      'HKLM\\SOFTWARE\\WOW6432Node\\KasperskyLab\\AVP21.3\\Settings',
      '/f',
    ]);
  });

  test('chosen with --include, the VPN goes too, and everything is gone or named', async () => {
    const ran = await removeOn(on.machine, ['--include', 'vpn']);
    const state = await serviceState(on.machine, 'KSDE5.2');
    expect([ran.exitCode, outcomes(ran), state]).toEqual([
      0,
      expect.arrayContaining([
        [vpn, 'removed', 0],
        [home, 'removed', 0],
        [rootCertificate, 'done', 0],
      ]),
      undefined,
    ]);
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toMatchObject(onlyOurs);
    expect(unnamed(ran.record, effect.remaining)).toEqual([]);
  });
});
