import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { multiString } from '../../src/shared/windows/multi-string.ts';
import { certificateBlob, rootCertificates } from '../support/root-certificates.ts';
import { dataFolder, outcomes, type Ran, removeOn, restoreOn } from './support/cutover-run.ts';
import { noLab } from './support/lab-spec.ts';
import { prepared, type Prepared } from './support/prepared-machine.ts';
import { diff, type Snapshot, type SnapshotDiff } from './support/snapshot.ts';

const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
const keyboard = '{4D36E96B-E325-11CE-BFC1-08002BE10318}';
const mouse = '{4D36E96F-E325-11CE-BFC1-08002BE10318}';
const volume = '{71A27CDD-812A-11D0-BEC7-08002BE2092F}';
const personal = 'HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates';

const bytes = (hex: string) => hex.match(/../g)?.join(',') ?? '';
const list = (name: string, ...texts: readonly string[]) =>
  `"${name}"=hex(7):${bytes(multiString(texts))}\n`;
const root = (of: 'kaspersky' | 'innocent') =>
  `[${personal}\\${rootCertificates[of].thumbprint}]\n"Blob"=hex:${bytes(certificateBlob(rootCertificates[of]).toString('hex'))}\n\n`;
const service = (name: string, image: string) =>
  `[${control}\\Services\\${name}]\n"Type"=dword:00000001\n"Start"=dword:00000001\n"ErrorControl"=dword:00000001\n"Group"="NDIS"\n"Tag"=dword:00000007\n"ImagePath"=hex(2):${bytes(Buffer.from(`${image}\0`, 'utf16le').toString('hex'))}\n\n`;

const network = `${control}\\Control\\Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}`;
const lab = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Network';
const filter = '{0D2E8A4B-6C57-4C0E-9B7E-3A1F5D2C4B60}';
/** A filter of the network, of which the stand-in for its configuration has a package. */
const component = (instance: string, id: string, driver: string) =>
  `[${network}\\${instance}]\n"ComponentId"="${id}"\n"Description"="Kaspersky Lab NDIS 6 Filter"\n\n[${network}\\${instance}\\Ndi]\n"Service"="${driver}"\n\n` +
  `[${lab}\\${id}]\n"Instance"="${instance}"\n"Description"="Kaspersky Lab NDIS 6 Filter"\n"Service"="${driver}"\n\n`;
const package6 =
  '[Version]\nProvider="Kaspersky Lab"\n[Manufacturer]\nx=Models,NTamd64\n[Models.NTamd64]\nx=Install,kl_filter\n';

/** What products that went long ago left, and the innocent things that stand among it. */
const planted = `Windows Registry Editor Version 5.00

[${control}\\Control\\Class\\${keyboard}]
"Class"="Keyboard"
${list('UpperFilters', 'SynTP', 'klkbdflt.K4W-21-26', 'kbdclass', 'klfltdev.KES-14-1')}
[${control}\\Control\\Class\\${mouse}]
"Class"="Mouse"
${list('UpperFilters', 'mouclass')}${list('LowerFilters', 'klmouflt')}
[${control}\\Control\\Class\\${volume}]
"Class"="Volume"
${list('UpperFilters', 'volsnap', 'klhk')}
[${control}\\Enum\\HID\\VID_046D\\1]
"ClassGUID"="${keyboard}"
"DeviceDesc"="HID Keyboard Device"
${list('UpperFilters', 'acmekbd', 'klkbdflt2')}
${service('klim6', 'System32\\drivers\\klim6.sys')}[${control}\\Services\\klim6\\Parameters]
"Deep"="kept"

${component(filter, 'kl_filter', 'klim6')}${component('{6F1C2B1E-4C2B-4E0C-8C5F-1C2D3E4F5A6B}', 'acme_lwf', 'acmelwf')}${service('acmeflt', 'System32\\drivers\\acmeflt.sys')}${service('kl2', 'System32\\drivers\\acme.sys')}${root('kaspersky')}${root('innocent')}`;

/** What is different, in names of keys, values and files, without the folder of the runs. */
function changed(before: Snapshot, after: Snapshot): readonly string[] {
  const { keys, values, files }: SnapshotDiff = diff(before, after);
  const names = [keys.added, keys.removed, values.added, values.removed, values.changed];
  return (
    [...names, files.added, files.removed, files.changed]
      .flat()
      .filter((name) => !name.toLowerCase().startsWith(dataFolder.toLowerCase()))
      // What the stand-in was asked for.
      .filter((name) => !name.endsWith(' → Calls'))
      .map((name) => name.replace(/^.*\\(?=(?:Class|Enum|Network|Services|Certificates)\\)/i, ''))
      .toSorted()
  );
}

describe.skipIf(noLab)('mending what hurts on a computer without a product', () => {
  let on: Prepared;
  let before: Snapshot;
  let ran: Ran;
  let cleaned: Snapshot;
  beforeAll(async () => {
    on = await prepared({
      products: ['network'],
      files: { 'C:\\windows\\inf\\oem7.inf': package6 },
    });
    await on.machine.importReg(planted);
    await on.machine.reboot();
    before = await on.machine.snapshot();
    ran = await removeOn(on.machine);
    cleaned = await on.machine.snapshot();
  });
  afterAll(() => on?.machine.destroy());

  test('takes what is certainly of the vendor, filters before drivers, and names what it leaves', () => {
    expect({
      steps: outcomes(ran),
      left: ran.record.plan.notRepaired.map(({ name, why }) => [name, why.id]),
      exit: [ran.exitCode, ran.record.outcome],
    }).toEqual({
      steps: [
        ['klkbdflt.K4W-21-26, klfltdev.KES-14-1', 'done', 0],
        ['klmouflt', 'done', 0],
        ['klkbdflt2', 'done', 0],
        ['klim6', 'done', 0],
        ['klim6', 'done', 0],
        ['Kaspersky Anti-Virus Personal Root Certificate', 'done', 0],
      ],
      left: [
        ['klhk', 'notRepaired.notProven'],
        ['kl2', 'notRepaired.notProven'],
      ],
      exit: [2019, 'dangerFound'],
    });
  });

  test('changes nothing else on the whole machine, and no other name in a list', async () => {
    const thumbprint = rootCertificates.kaspersky.thumbprint;
    const bound = `Network\\{4D36E974-E325-11CE-BFC1-08002BE10318}\\${filter}`;
    expect(changed(before, cleaned)).toEqual(
      [
        `Class\\${keyboard} → UpperFilters`,
        `Class\\${mouse} → LowerFilters`,
        'Enum\\HID\\VID_046D\\1 → UpperFilters',
        bound,
        `${bound} → ComponentId`,
        `${bound} → Description`,
        `${bound}\\Ndi`,
        `${bound}\\Ndi → Service`,
        'Services\\klim6',
        'Services\\klim6 → ErrorControl',
        'Services\\klim6 → Group',
        'Services\\klim6 → ImagePath',
        'Services\\klim6 → Start',
        'Services\\klim6 → Tag',
        'Services\\klim6 → Type',
        'Services\\klim6\\Parameters',
        'Services\\klim6\\Parameters → Deep',
        `Certificates\\${thumbprint}`,
        `Certificates\\${thumbprint} → Blob`,
      ].toSorted(),
    );
    const key = await on.machine.readReg(
      `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\${keyboard}`,
    );
    expect(key).toMatchObject({ UpperFilters: ['SynTP', 'kbdclass'] });
  });

  test('comes back value for value, and a second time nothing is left to do', async () => {
    const first = await restoreOn(on.machine, ran);
    const restored = await on.machine.snapshot();
    const second = await restoreOn(on.machine, ran);
    expect({
      changes: [first.changed, second.changed],
      first: first.name,
      different: changed(before, restored),
    }).toEqual({ changes: [true, false], first: 'dangerFound', different: [] });
  });
});
