import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder, ranOn, restoreOn, type Ran } from './support/cutover-run.ts';
import type { Result } from '../../src/shared/domain/run/result.ts';
import { placedScript, runScript } from './support/lab-scripts.ts';
import { rootCertificates } from '../support/root-certificates.ts';
import { olgasHive } from './support/olgas-hive.ts';
import { noLab } from './support/lab-spec.ts';
import { prepared, type Prepared } from './support/prepared-machine.ts';
import { diff, type Snapshot, type SnapshotDiff } from './support/snapshot.ts';

const software = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
const uninstall = `${software}\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
const programFiles = 'C:\\Program Files (x86)';
const olgasFile = 'C:\\users\\olga\\NTUSER.DAT';
const accessDenied = 5;
const olga = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const gone = '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}';
const extension = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';

const entry = (name: string, title: string, publisher: string) =>
  `[${uninstall}\\${name}]\n"DisplayName"="${title}"\n"Publisher"="${publisher}"\n"UninstallString"="MsiExec.exe /X${gone}"\n"WindowsInstaller"=dword:00000001\n\n`;
const service = (name: string, image: string) =>
  `[${control}\\Services\\${name}]\n"Type"=dword:00000010\n"Start"=dword:00000002\n"ErrorControl"=dword:00000001\n"ImagePath"="${image.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n"ObjectName"="LocalSystem"\n\n`;

const [avpRule, acmeRule] = [
  '{5B0D9E11-4C5B-4E0E-9B7A-000000000001}',
  '{5B0D9E11-4C5B-4E0E-9B7A-000000000002}',
];
const firewall = `${control}\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules`;
const wmiRules =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Wmi\\ROOT/StandardCimv2\\MSFT_NetFirewallRule';
/** Rules that all have the same name, as the registry has them and as the firewall tells them. */
const rules = (programs: Readonly<Record<string, string>>) =>
  Object.entries(programs)
    .map(
      ([id, program]) =>
        `[${firewall}]\n"${id}"="v2.31|Action=Allow|Active=TRUE|Dir=In|App=${program.replaceAll('\\', '\\\\')}|Name=Kaspersky|"\n\n[${wmiRules}\\${id}]\n"InstanceID"="${id}"\n"__RELPATH"="MSFT_NetFirewallRule.InstanceID=\\"${id}\\""\n\n`,
    )
    .join('');

const scanner = (clsid: string, library: string) =>
  ['', 'WOW6432Node\\']
    .map(
      (view) =>
        `[${software}\\${view}Microsoft\\AMSI\\Providers\\${clsid}]\n@="Scanner"\n\n[${software}\\Classes\\${view}CLSID\\${clsid}\\InprocServer32]\n@="${library.replaceAll('\\', '\\\\')}"\n"ThreadingModel"="Both"\n\n`,
    )
    .join('');

/** What a product that went long ago left, and the innocent things that stand among it. */
const planted = `Windows Registry Editor Version 5.00

[${software}\\WOW6432Node\\KasperskyLab]
@="left"

[${software}\\WOW6432Node\\KasperskyLab\\AVP21.19\\Настройки\\設定]
"Multi"=hex(7):61,00,00,00,62,00,00,00,00,00
"Odd"=hex(3a):01,02,03
"Expand"=hex(2):25,00,50,00,25,00,00,00
"Big"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff
"Empty"=""

[${software}\\KasperskyLab\\LicStorage]
"Data"=hex:00,11,22

[HKEY_CURRENT_USER\\Software\\KasperskyLab\\AVP21.19]
"Window"=dword:00000001

[${software}\\KasperskyLabFans]
"Club"="kept"

${entry(gone, 'Kaspersky', 'Kaspersky')}${entry(`InstallWIX_${gone}`, 'Kaspersky', 'Kaspersky')}${entry('Acme', 'Acme Office', 'Acme Inc')}
[${software}\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Run]
"AVPUI"="\\"C:\\\\Program Files (x86)\\\\Kaspersky Lab\\\\Kaspersky 21.19\\\\avpui.exe\\" -m"
"Acme"="C:\\\\Acme\\\\acme.exe"

[${software}\\Policies\\Google\\Chrome\\ExtensionInstallForcelist]
"1"="${extension};https://clients2.google.com/service/update2/crx"
"2"="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;https://example.com/x"

[${software}\\Google\\Chrome\\NativeMessagingHosts\\com.kaspersky.${extension}.host]
@="C:\\\\gone.json"

[${control}\\Services\\EventLog\\Kaspersky Event Log]
"MaxSize"=dword:00100000

${scanner('{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90}', `${programFiles}\\Kaspersky Lab\\Kaspersky 21.19\\x64\\antimalware_provider.dll`)}${scanner('{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E91}', 'C:\\Acme\\gone.dll')}
${rules({ [avpRule]: `${programFiles}\\Kaspersky Lab\\Kaspersky 21.19\\avp.exe`, [acmeRule]: 'C:\\Acme\\gone.exe' })}
${service('AVP21.19', '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19\\avp.exe" -r')}${service('AVP21.18', '"C:\\Acme\\avp.exe" -r')}`;

const programs = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19';
const tasks = 'C:\\windows\\system32\\tasks';
const launcher = `${tasks}\\Kaspersky Updates\\Launcher`;
const task = (program: string) =>
  `<?xml version="1.0" encoding="UTF-16"?>\n<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task"><Principals><Principal id="Author"><UserId>S-1-5-18</UserId></Principal></Principals><Actions Context="Author"><Exec><Command>${program}</Command></Exec></Actions></Task>`;
const data = 'C:\\ProgramData\\Kaspersky Lab';
const long = Array.from({ length: 6 }, (_, at) => `${'длинное имя '.repeat(3)}${at}`).join('\\');
const files = {
  [`${programs}\\plugins\\Модуль.txt`]: 'plug-in',
  [`${programs}\\read-only.ini`]: 'read-only',
  // Of a task, which goes after this.
  [`${programs}\\up.com`]: 'program',
  [`${data}\\AVP21.19\\Bases\\${long}\\卡巴斯基.dat`]: 'deep',
  [`${data}\\AVP21.19\\Report\\report.db`]: 'report',
  [`${data}\\AVP21.19\\QB\\1.klq`]: 'what a person keeps',
  ['C:\\ProgramData\\Kaspersky Lab Fans\\club.txt']: 'innocent',
  ['C:\\Acme\\acme.exe']: 'innocent',
  [launcher]: Buffer.from(`\ufeff${task(`${programs}\\up.com`)}`, 'utf16le'),
  [`${tasks}\\Acme`]: Buffer.from(`\ufeff${task('C:\\Acme\\gone.exe')}`, 'utf16le'),
};

/** What is different, in names of keys, values and files, without the folder of the runs. */
function changed(before: Snapshot, after: Snapshot): readonly string[] {
  const { keys, values, files: list }: SnapshotDiff = diff(before, after);
  const names = [keys.added, keys.removed, values.added, values.removed, values.changed];
  return [...names, list.added, list.removed, list.changed]
    .flat()
    .filter((name) => !name.toLowerCase().startsWith(dataFolder.toLowerCase()))
    .toSorted();
}

const software32 = 'HKLM\\SOFTWARE\\WOW6432Node';
const isBelow = (name: string, folder: string) =>
  name.toLowerCase().startsWith(`${folder.toLowerCase()}\\`) ||
  name.toLowerCase() === folder.toLowerCase();

const ours =
  /KasperskyLab(?:\\|$| →)|\\Kaspersky Lab(?:\\|$)|Uninstall\\(?:InstallWIX_)?\{3C1F9A52|→ AVPUI$|ExtensionInstallForcelist → 1$|com\.kaspersky\.|EventLog\\Kaspersky Event Log|Services\\AVP21\.19|\\Kaspersky Updates\\Launcher$|FirewallRules → \{5B0D9E11-4C5B-4E0E-9B7A-000000000001\}|\{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90\}/i;

describe.skipIf(noLab)('cleaning up on a computer from which a product went long ago', () => {
  let on: Prepared;
  let before: Snapshot;
  let ran: Ran;
  let cleaned: Snapshot;
  const at = (path: string) => on.machine.toLinux(path);
  beforeAll(async () => {
    on = await prepared({
      products: ['events', 'wmi'],
      files: { [olgasFile]: olgasHive([rootCertificates.innocent]) },
    });
    await on.machine.importReg(planted);
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), content);
    }
    await utimes(at(`${data}\\AVP21.19\\Report\\report.db`), 1e9, 1e9);
    await on.machine.reboot();
    await on.machine.run('attrib.exe', ['+r', `${programs}\\read-only.ini`]);
    before = await on.machine.snapshot();
    ran = await ranOn(on.machine, ['clean']);
    cleaned = await on.machine.snapshot();
  });
  afterAll(() => on?.machine.destroy());

  test('takes every kind of remains away, and names what it leaves', () => {
    const steps = ran.record.plan.steps.map(({ about }) =>
      about.kind === 'remains' ? about.leftover : about.kind,
    );
    const ends = ran.record.steps.map(({ outcome }) => outcome);
    expect({
      steps,
      ends: [...new Set(ends)],
      why: ran.record.steps.flatMap(({ outcome, message }) =>
        outcome === 'failed' ? message.map(({ id }) => id) : [],
      ),
      left: ran.record.plan.notCleaned.map(({ name, why }) => [name, why.id]),
      exit: [ran.exitCode, ran.record.outcome],
    }).toEqual({
      steps: [
        'danger',
        'danger',
        'service',
        'autostart',
        'browserPolicy',
        'browserKey',
        'eventLog',
        'programFolder',
        'dataFolder',
        'amsiProvider',
        'scheduledTask',
        'firewallRule',
        'registryTree',
        'registryTree',
        'userRegistryTree',
        'userRegistryTree',
      ],
      // Wine opens no file with settings that Windows made.
      ends: ['done', 'failed'],
      why: ['refused.settingsClosed'],
      // That of another company, beside which the product's own folder goes.
      left: [['C:\\Program Files (x86)\\Kaspersky Lab\\ThirdParty', 'leftover.foreignProgram']],
      exit: [2009, 'remnantsLeft'],
    });
  });

  test('keeps a copy of the events beside the key of their log', async () => {
    const folder = `${ran.folder}\\quarantine`;
    const copies = (await readdir(at(folder))).filter((name) => name.includes('.evtx'));
    expect(copies).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.json\.evtx$/)]);
    const copy = await readFile(at(`${folder}\\${copies[0] ?? ''}`), 'utf16le');
    expect(copy).toBe('Kaspersky Event Log');
  });

  test('changes nothing else on the whole machine', async () => {
    const names = changed(before, cleaned);
    expect(names.filter((name) => !ours.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
    const kept = await readFile(at(`${data}\\AVP21.19\\QB\\1.klq`), 'utf8');
    expect(kept).toBe(files[`${data}\\AVP21.19\\QB\\1.klq`]);
  });

  test('comes back value for value and file for file, and a second time nothing is left to do', async () => {
    const first = await restoreOn(on.machine, ran);
    const restored = await on.machine.snapshot();
    const second = await restoreOn(on.machine, ran);
    const report = await stat(at(`${data}\\AVP21.19\\Report\\report.db`));
    expect({
      changes: [first.changed, second.changed],
      // Wine keeps a task without what it starts, and starts the scheduler with Windows from then on.
      different: changed(before, restored).filter(
        (name) => !name.endsWith('\\Services\\Schedule → Start'),
      ),
      time: report.mtimeMs,
    }).toEqual({ changes: [true, false], different: [launcher], time: 1e12 });
  });

  test('goes for good when that is asked for, with its long names and what is read-only, and nothing else', async () => {
    const again = await ranOn(on.machine, ['clean']);
    const quarantine = `${again.folder}\\quarantine`;
    const holds = await on.machine.snapshot();
    const purge = ['purge', again.record.runId, '--json'];
    const asked = JSON.parse((await on.machine.cutover(purge)).stdout) as Result;
    const { stdout } = await on.machine.cutover([...purge, '--yes']);
    const purged = JSON.parse(stdout) as Result;
    const after = await on.machine.snapshot();
    const { keys, values, files: list } = diff(holds, after);
    const lost = list.removed.filter((name) => !isBelow(name, quarantine));
    expect({
      asked: [asked.name, asked.changed],
      ended: [purged.name, purged.changed],
      names: purged.purged?.things.map(({ name }) => name),
      registry: [keys.removed, values.removed, values.changed],
      lost,
      left: (await readdir(at(again.folder))).filter((name) => name === 'quarantine'),
    }).toEqual({
      asked: ['decisionNeeded', false],
      ended: ['success', true],
      names: expect.arrayContaining([data, `${software32}\\KasperskyLab`]),
      registry: [[], [], []],
      lost: [],
      left: [],
    });
    expect(list.removed.length).toBeGreaterThan(2);
    const back = await restoreOn(on.machine, again);
    expect(back.record?.steps.map(({ outcome }) => outcome) ?? []).not.toContain('failed');
  });

  test('waits for the restart where a file is in use, is taken off the list again by its restore, and is kept after the restart', async () => {
    const folder = 'C:\\Program Files\\Kaspersky Lab\\Kaspersky VPN 5.2';
    for (const [name, content] of Object.entries({ 'held.dll': 'held', 'QB\\1.klq': 'kept' })) {
      await mkdir(dirname(at(`${folder}\\${name}`)), { recursive: true });
      await writeFile(at(`${folder}\\${name}`), content);
    }
    const script = await placedScript(on.machine, 'hold-file');
    const hold = async () => {
      const args = [script, `${folder}\\held.dll`, '600000', '3'];
      const holder = await on.machine.start('C:\\lab\\node.exe', args, { cwd: 'C:\\cutover' });
      await holder.printed('held');
    };
    await hold();
    const first = await ranOn(on.machine, ['clean']);
    const list = 'PendingFileRenameOperations';
    const isListed = async () => {
      const { values } = diff(before, await on.machine.snapshot());
      return [...values.added, ...values.changed].some((value) => value.includes(list));
    };
    const listed = await isListed();
    await restoreOn(on.machine, first);
    const restored = await isListed();
    await hold();
    const second = await ranOn(on.machine, ['clean']);
    const waiting = on.machine.exists(`${folder}\\held.dll`);
    await on.machine.reboot();
    const moved = on.machine.exists(`${folder}\\held.dll`);
    const resumed = await ranOn(on.machine, ['resume', second.record.runId]);
    const ends = resumed.record.steps.map(({ outcome, message }) => [outcome, message[0]?.id]);
    expect({
      first: [first.exitCode, first.record.outcome],
      listed: [listed, restored],
      second: second.exitCode,
      there: [waiting, moved],
      ends,
    }).toEqual({
      first: [3010, 'restartNeeded'],
      listed: [true, false],
      second: 3010,
      there: [true, false],
      ends: expect.arrayContaining([['done', 'judged.inQuarantine.later']]),
    });
    await restoreOn(on.machine, resumed);
    expect(await readFile(at(`${folder}\\held.dll`), 'utf8')).toBe('held');
  }, 240_000);

  test('opens the settings of who is not signed in for one use, and closes what a killed run left open', async () => {
    // As Wine writes it.
    const hive = 'WINE REGISTRY Version 2\n\n[Software\\\\KasperskyLab]\n"Window"=dword:00000001\n';
    await on.machine.writeFile(olgasFile, hive);
    const open = [`Cutover-${olga}`];
    expect(await runScript(on.machine, 'person-settings', { sid: olga, file: olgasFile })).toEqual({
      during: { value: { value: { type: 4, data: '01000000' } }, open, closed: accessDenied },
      after: [],
      left: [0, open],
      again: 0,
      leftAgain: [0, open],
      atLast: [],
    });
  });
});
