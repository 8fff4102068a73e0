import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../../src/main/engine/detect/detect.ts';
import { inventoryOfReport } from '../../../../../../src/main/machine/sources/report/machine-report.ts';
import { reportsIn } from '../../../../../../src/main/machine/sources/report/read-report.ts';
import { inventorySchema } from '../../../../../../src/shared/domain/inventory-schema.ts';
import { sectionNames } from '../../../../../../src/shared/domain/sections.ts';

/** The inventories that a file comes to, each checked against the published schema. */
function inventoriesIn(content: string | Buffer) {
  const reports = reportsIn(Buffer.from(content)) ?? [];
  const origin = { file: 'file', collectedAt: '2026-11-29T18:00:00.000Z', collectedBy: 'cutover' };
  return reports.map((report) => inventorySchema.parse(inventoryOfReport(report, origin)));
}

function only(content: string | Buffer) {
  const [inventory, ...more] = inventoriesIn(content);
  if (inventory === undefined || more.length > 0) throw new Error('It is not one machine.');
  return inventory;
}

const found = (content: string | Buffer) =>
  detect(only(content)).map(({ family, state }) => `${family} ${state}`);

const read = (content: string | Buffer) => {
  const inventory = only(content);
  return sectionNames
    .filter((name) => inventory[name].state !== 'unreadable')
    .map((name) => `${name} ${inventory[name].state} ${inventory[name].items.length}`);
};

const programs = [
  {
    name: 'Kaspersky Endpoint Security for Windows',
    version: '12.3.0.493',
    install_location: '',
    install_source: 'C:\\Windows\\ccmcache\\1\\',
    publisher: 'AO Kaspersky Lab',
    uninstall_string: 'MsiExec.exe /X{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
    identifying_number: '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
  },
  {
    name: 'Kaspersky: A Biography (PDF)',
    version: '1',
    install_source: '',
    publisher: 'Example Books',
    uninstall_string: '',
    identifying_number: '',
  },
];
const service = {
  name: 'AVP21.3',
  service_type: 'OWN_PROCESS',
  display_name: 'Kaspersky Anti-Virus Service 21.3',
  status: 'RUNNING',
  start_type: 'AUTO_START',
  path: '"C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Internet Security 21.3\\avp.exe" -r',
  user_account: 'LocalSystem',
};
const root = {
  common_name: 'Kaspersky Anti-Virus Personal Root Certificate',
  subject: 'O=AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate',
  issuer: 'O=AO Kaspersky Lab, CN=Kaspersky Anti-Virus Personal Root Certificate',
  not_valid_after: '2030000000',
  sha1: 'ab12',
  sid: '',
  store_location: 'LocalMachine',
  store: 'Vertrauenswürdige Stammzertifizierungsstellen',
  store_id: 'Root',
};

describe('osquery', () => {
  it('is read as the rows of one table, told by its columns', () => {
    const text = JSON.stringify(programs);
    expect([found(text), read(text)]).toEqual([['endpoint installed'], ['programs read 2']]);
  });

  it('is read as several tables by their names', () => {
    const tables = {
      programs,
      services: [service],
      certificates: [root, { ...root, store: 'My', store_id: 'My' }],
      processes: [{ pid: '12', name: 'avp.exe', path: 'C:\\a\\avp.exe', cmdline: '', parent: '4' }],
      windows_security_products: [
        {
          type: 'Antivirus',
          name: 'Kaspersky',
          state: 'On',
          remediation_path: 'C:\\a\\avp.exe',
          signatures_up_to_date: '0',
        },
      ],
      system_info: [{ computer_name: 'PC-7', hardware_model: 'x' }],
      users: [{ username: 'anna' }],
    };
    const { certificates, securityProducts, services, machine } = only(JSON.stringify(tables));
    expect({
      name: machine.computerName,
      roots: certificates.items.map(({ store, userSid, notAfter }) => [store, userSid, notAfter]),
      product: securityProducts.items.map(({ state, signatures }) => [state, signatures]),
      service: services.items.map(({ kind, state, start, imageFile }) => [
        kind,
        state,
        start,
        imageFile,
      ]),
    }).toEqual({
      name: 'PC-7',
      roots: [['LocalMachine\\Root', null, '2034-04-30T08:53:20.000Z']],
      product: [['on', 'outOfDate']],
      service: [
        [
          'service',
          'running',
          'auto',
          'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Internet Security 21.3\\avp.exe',
        ],
      ],
    });
  });

  it('says of services only in part where there are only the drivers of devices', () => {
    const drivers = [
      {
        device_id: 'x',
        service: 'klim6',
        service_key: 'y',
        image: 'C:\\d\\klim6.sys',
        provider: 'AO Kaspersky Lab',
      },
    ];
    expect(read(JSON.stringify({ drivers }))).toEqual(['services partial 1', 'files partial 1']);
  });

  it('is read as the log of the daemon, machine by machine; its last line may be cut off', () => {
    const lines = [
      { hostIdentifier: 'PC-A', action: 'snapshot', snapshot: programs },
      { hostIdentifier: 'PC-B', action: 'added', columns: service },
      { hostIdentifier: 'PC-B', action: 'removed', columns: { ...service, name: 'AVP20' } },
      { hostIdentifier: 'PC-A', action: 'snapshot', snapshot: [service] },
    ];
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"hostIdentifier":"PC-C","co`;
    const machines = inventoriesIn(text).map((inventory) => [
      inventory.machine.computerName,
      inventory.programs.items.length,
      inventory.services.items.map(({ name }) => name),
    ]);
    expect(machines).toEqual([
      ['PC-A', 2, ['AVP21.3']],
      ['PC-B', 0, ['AVP21.3']],
    ]);
  });

  it('knows nothing from an empty table: every Windows has programs', () => {
    expect(reportsIn(Buffer.from('[]'))).toBeNull();
    expect(inventoriesIn('{"programs": [], "services": []}')).toEqual([]);
  });
});

describe('the agents of GLPI, FusionInventory and OCS', () => {
  const software = {
    name: 'Kaspersky Endpoint Security for Windows',
    publisher: 'AO Kaspersky Lab',
    version: '12.3.0.493',
    arch: 'x86_64',
    from: 'registry',
    guid: '{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
    uninstall_string: 'MsiExec.exe /X{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}',
  };
  const document = {
    action: 'inventory',
    deviceid: 'DESK9-2024-01-01-10-00-00',
    itemtype: 'Computer',
    content: {
      versionclient: 'GLPI-Agent_v1.7',
      operatingsystem: { full_name: 'Microsoft Windows Server 2022', version: '21H2' },
      antivirus: [{ name: 'Kaspersky', enabled: true, uptodate: false }],
      softwares: [
        software,
        { name: 'Kaspersky.App', from: 'uwp', publisher: 'Kaspersky' },
        { ...software, name: 'Tool', publisher: 'Foo', arch: 'i586', userid: 'S-1-5-21-1' },
      ],
    },
  };

  it('are read as JSON', () => {
    const text = JSON.stringify(document);
    const { machine, programs: list, securityProducts, source } = only(text);
    expect({
      found: found(text),
      source: source.detail,
      machine: [machine.computerName, machine.edition],
      scopes: list.items.map(({ scope, userSid }) => [scope, userSid]),
      product: securityProducts.items.map(({ state, signatures }) => [state, signatures]),
    }).toEqual({
      found: ['endpoint installed'],
      source: 'GLPI-Agent v1.7: file',
      machine: ['DESK9', 'server'],
      scopes: [
        ['machine64', null],
        ['user', 'S-1-5-21-1'],
      ],
      product: [['on', 'outOfDate']],
    });
  });

  it('are read as XML, in which a name of digits stays a name', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8" ?>
      <REQUEST><DEVICEID>OLDPC-2020-01-01-10-00-00</DEVICEID><QUERY>INVENTORY</QUERY><CONTENT>
      <HARDWARE><NAME>OLDPC</NAME><OSNAME>Microsoft Windows 10 Pro</OSNAME></HARDWARE>
      <SECURITYCENTER><CATEGORY>AntiVirus</CATEGORY><PRODUCT>Kaspersky</PRODUCT><ENABLED>0</ENABLED></SECURITYCENTER>
      <SOFTWARES><NAME>0012</NAME><VERSION>1</VERSION></SOFTWARES>
      <SOFTWARES><NAME>Kaspersky Anti-Virus</NAME><PUBLISHER>Kaspersky</PUBLISHER><BITSWIDTH>32</BITSWIDTH>
      <GUID>InstallWIX_{8C5A7E29-3E5A-4D12-8D4D-0B2A3C4D5E6F}</GUID></SOFTWARES></CONTENT></REQUEST>`;
    const { machine, programs: list, securityProducts } = only(xml);
    expect([
      machine.computerName,
      list.items.map(({ displayName, scope }) => [displayName, scope]),
      securityProducts.items.map(({ name, state }) => [name, state]),
    ]).toEqual([
      'OLDPC',
      [
        ['0012', 'machine64'],
        ['Kaspersky Anti-Virus', 'machine32'],
      ],
      [['Kaspersky', 'off']],
    ]);
  });

  it('are not believed with a document type, which could define entities that grow', () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><REQUEST><CONTENT><SOFTWARES><NAME>&a;</NAME></SOFTWARES></CONTENT></REQUEST>';
    expect(reportsIn(Buffer.from(bomb))).toBeNull();
  });
});

describe('Farbar Recovery Scan Tool', () => {
  const first = `Scan result of Farbar Recovery Scan Tool (FRST) (x64) Version: 09-08-2023
Ran by User (administrator) on LAPTOP-7 (Maker Model) (10-08-2023 20:12:33)
Platform: Microsoft Windows 10 Pro Version 22H2 19045.3208 (X64) Language: English (United States)
Boot Mode: Normal

==================== Processes (Whitelisted) =================

(AO Kaspersky Lab -> AO Kaspersky Lab) C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.14\\avp.exe
(services.exe ->) (Acme Corp -> Acme) C:\\Program Files\\Acme (x)\\acme.exe <2>

==================== Services (Whitelisted) ===================

(If an entry is included in the fixlist, it will be removed from the registry.)

R2 AVP21.14; C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.14\\avp.exe [34312 2023-06-30] (AO Kaspersky Lab -> AO Kaspersky Lab)
S3 Acme; C:\\Program Files\\Acme\\acme.exe [1 2020-01-01] (Acme) [File not signed]

===================== Drivers (Whitelisted) ===================

R0 cm_km; C:\\WINDOWS\\System32\\DRIVERS\\cm_km.sys [264288 2023-06-30] (AO Kaspersky Lab -> AO Kaspersky Lab)
S0 klif; C:\\WINDOWS\\System32\\DRIVERS\\klif.sys [X]
`;
  const second = `Additional scan result of Farbar Recovery Scan Tool (x64) Version: 09-08-2023
==================== Security Center ========================

AV: Kaspersky (Enabled - Up to date) {4F76F112-43EB-40E8-11D8-F7BD1853EA23}
AV: Windows Defender (Disabled - Out of date) {D68DDC3A-831F-4fae-9E44-DA132C1ACF46}

==================== Installed Programs ======================

Kaspersky (HKLM-x32\\...\\InstallWIX_{8C5A7E29-3E5A-4D12-8D4D-0B2A3C4D5E6F}) (Version: 21.14.5.462 - Kaspersky)
7-Zip 22.01 (x64) (HKLM\\...\\7-Zip) (Version: 22.01 - Igor Pavlov)
Tool (HKU\\S-1-5-21-1-2-3-1001\\...\\Tool) (Version: 1.0 - Foo (Bar) Ltd) Hidden
`;

  it('is read with what runs and what starts, which it shortens itself', () => {
    const { machine, processes, services, files } = only(first);
    expect({
      machine: [machine.computerName, machine.osVersion, machine.osBuild, machine.safeMode],
      read: read(first),
      processes: processes.items.map(({ path }) => path),
      services: services.items.map(({ name, kind, state, start, imageExists }) =>
        [name, kind, state, start, imageExists].join(' '),
      ),
      files: files.items.map(({ companyName, signature }) => [companyName, signature?.status]),
    }).toEqual({
      machine: ['LAPTOP-7', '22H2', '19045.3208', 'no'],
      read: ['services partial 4', 'processes partial 2', 'files partial 3'],
      processes: [
        'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.14\\avp.exe',
        'C:\\Program Files\\Acme (x)\\acme.exe',
      ],
      services: [
        'AVP21.14 service running auto true',
        'Acme service stopped demand true',
        'cm_km kernelDriver running boot true',
        'klif kernelDriver stopped boot false',
      ],
      files: [
        ['AO Kaspersky Lab', 'valid'],
        ['Acme', 'unsigned'],
        ['AO Kaspersky Lab', 'valid'],
      ],
    });
  });

  it('is read with the Security Center and the programs', () => {
    const { programs: list, securityProducts } = only(second);
    expect({
      found: found(second),
      products: securityProducts.items.map(({ name, state, signatures }) => [
        name,
        state,
        signatures,
      ]),
      programs: list.items.map((program) => [
        program.displayName,
        program.keyName,
        program.scope,
        program.displayVersion,
        program.publisher,
        program.systemComponent,
      ]),
    }).toEqual({
      found: ['antivirus installed'],
      products: [
        ['Kaspersky', 'on', 'upToDate'],
        ['Windows Defender', 'off', 'outOfDate'],
      ],
      programs: [
        [
          'Kaspersky',
          'InstallWIX_{8C5A7E29-3E5A-4D12-8D4D-0B2A3C4D5E6F}',
          'machine32',
          '21.14.5.462',
          'Kaspersky',
          false,
        ],
        ['7-Zip 22.01 (x64)', '7-Zip', 'machine64', '22.01', 'Igor Pavlov', false],
        ['Tool', 'Tool', 'user', '1.0', 'Foo (Bar) Ltd', true],
      ],
    });
  });

  it('is read as fast however its lines are made', () => {
    const head = 'Farbar Recovery Scan Tool\n==================== Installed Programs ====\n';
    const hostile = ' (HKLM\\...\\a) (Version: 1 - '.repeat(40_000);
    const services = `=================== Services (x) ====\nR2 a; ${' [1'.repeat(100_000)}\n`;
    expect(reportsIn(Buffer.from(`${head}${hostile}\n${services}`))).toHaveLength(1);
  });
});

describe('Autoruns', () => {
  const text = `Sysinternals Autoruns v14.10
Time,Entry Location,Entry,Enabled,Category,Profile,Description,Signer,Company,Image Path,Version,Launch String
20240101,"HKLM\\System\\CurrentControlSet\\Services",,,Services,System-wide,,,,,,
20240101,"HKLM\\System\\CurrentControlSet\\Services","klif",enabled,Drivers,System-wide,"Driver: Core, ""x""","(Verified) Kaspersky Lab JSC","AO Kaspersky Lab","c:\\windows\\system32\\drivers\\klif.sys",1.0,"x"
20240101,"HKLM\\System\\CurrentControlSet\\Services","klhk",disabled,Drivers,System-wide,,"(Not Verified) Kaspersky Lab","","File not found: c:\\windows\\klhk.sys",1.0,"x"
20240101,"HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run","Acme",enabled,Logon,System-wide,,,"Acme","c:\\acme\\a.exe",1,"a.exe -x"
20240101,"Task Scheduler","\\Kaspersky_Upgrade",enabled,Tasks,System-wide,,,"","c:\\k\\u.exe",1,""
`;

  it('is read in UTF-16, as its programs write it', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const { services, autostarts, scheduledTasks, files } = only(wide);
    expect({
      read: read(wide),
      services: services.items.map(({ name, start, imageExists }) => [name, start, imageExists]),
      autostarts: autostarts.items.map(({ key, command }) => [key, command]),
      tasks: scheduledTasks.items.map(({ path }) => path),
      signed: files.items.map(({ signature }) => signature?.status),
    }).toEqual({
      read: [
        'services partial 2',
        'files partial 4',
        'scheduledTasks partial 1',
        'autostarts partial 1',
      ],
      services: [
        ['klif', 'unknown', true],
        ['klhk', 'disabled', false],
      ],
      autostarts: [
        ['HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', 'a.exe -x'],
      ],
      tasks: ['\\Kaspersky_Upgrade'],
      signed: ['valid', 'unsigned', undefined, undefined],
    });
  });
});

describe('what no such program wrote', () => {
  it.each([
    ['other JSON', '{"a": 1}'],
    ['a list of other rows', '[{"a": 1}]'],
    ['other XML', '<a><b>1</b></a>'],
    ['broken XML', '<REQUEST><CONTENT><SOFTWARES'],
    ['text', 'hello'],
    ['nothing', ''],
  ])('is not taken for a report: %s', (_name, text) => {
    expect(reportsIn(Buffer.from(text))).toBeNull();
  });

  it('never makes it fail, however it is made and however deep', () => {
    expect(reportsIn(Buffer.from('{"content":'.repeat(50_000)))).toBeNull();
    expect(reportsIn(Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).toBeNull();
    const piece = fc.constantFrom(
      'Farbar Recovery Scan Tool\n',
      '==================== Services (Whitelisted) ===\n',
      '==================== Installed Programs ===\n',
      'R2 a; C:\\a.sys [1] (a -> b)\n',
      'x (HKLM\\...\\x) (Version: 1 - y)\n',
      'Entry Location,Entry,Image Path\n',
      '{"hostIdentifier":"a","columns":',
      '{"name":1,"install_source":null,"uninstall_string":[]}',
      '{"softwares":[{"name":{}}],"content":1}',
      '<REQUEST><CONTENT>',
      '<SOFTWARES>a</SOFTWARES></CONTENT></REQUEST>',
      '"',
      '[',
      ']',
      '}',
      ';',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        inventoriesIn(pieces.join(''));
      }),
    );
  });
});
