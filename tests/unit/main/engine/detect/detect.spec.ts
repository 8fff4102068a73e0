import { describe, expect, it } from 'vitest';
import { message } from '../../../../../src/shared/domain/message.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import type { Finding } from '../../../../../src/shared/domain/finding.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import {
  codes,
  home,
  innocent,
  lookAlikeMachine,
  merge,
  msi,
  office,
  programFiles,
  vendorRoot,
  vpn,
} from '../../../../support/kaspersky-machines.ts';

const sid = 'S-1-5-21-1-2-3-1001';

function found(facts: InventoryFacts): string[] {
  return detect(inventoryOf(facts)).map(short);
}

function short({ id, state, confidence, name }: Finding): string {
  return `${id} | ${state} | ${confidence} | ${name}`;
}

describe('detect', () => {
  it('finds nothing on an empty machine, and nothing among innocent programs', () => {
    expect([found({}), found(innocent)]).toEqual([[], []]);
  });

  it('sees a home product with all its parts as one finding', () => {
    const [finding, ...others] = detect(inventoryOf(home));
    expect({
      short: short(finding!),
      version: finding!.version,
      parts: finding!.parts,
      others,
    }).toEqual({
      short: 'kaspersky-for-windows@avp21.25 | installed | proven | Kaspersky',
      version: '21.25.8.1',
      others: [],
      parts: {
        programs: [
          `HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\InstallWIX_${codes.home}`,
          `HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${codes.home}`,
        ],
        productCodes: [codes.home],
        services: ['AVP21.25', 'klvssbridge64_21.25'],
        drivers: inventoryOf(home)
          .services.items.filter((service) => service.kind === 'kernelDriver')
          .map((service) => service.name)
          .sort(),
        processes: [1000, 1004],
        vendorKeys: [
          `${vendorRoot}\\AVP21.25\\environment`,
          `HKU\\${sid}\\Software\\KasperskyLab\\AVP21.25`,
        ],
        folders: [`${programFiles}\\Kaspersky 21.25`, 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25'],
      },
    });
  });

  it('gives every kind of sign a sentence', () => {
    const [finding] = detect(inventoryOf(home));
    expect(new Set(finding!.evidence.map(({ kind }) => kind))).toEqual(
      new Set([
        'program',
        'installerProduct',
        'environmentKey',
        'vendorKey',
        'service',
        'driver',
        'process',
        'folder',
        'certificate',
        'browserExtension',
        'networkComponent',
        'classFilter',
        'securityProduct',
      ]),
    );
    expect(
      finding!.evidence.filter(({ says }) => !/^[A-Z].*\.$/.test(english.render(says))),
    ).toEqual([]);
  });

  it('tells the VPN, the antivirus, Endpoint Security and the agent apart, agent last', () => {
    expect(found(merge(home, vpn, office))).toEqual([
      'kaspersky-vpn@ksde5.2 | installed | proven | Kaspersky VPN',
      'kaspersky-for-windows@avp21.25 | installed | proven | Kaspersky',
      'kaspersky-endpoint-security@kes11 | installed | proven | Kaspersky Endpoint Security for Windows',
      "kaspersky-network-agent@components\\34\\1103 | installed | proven | Agent d'administration de Kaspersky Security Center",
    ]);
  });

  it('is not taken in by look-alikes', () => {
    expect(found(lookAlikeMachine)).toEqual([]);
  });

  it.each([
    ['Kaspersky Internet Security – Защита', 'kaspersky-internet-security'],
    ['Kaspersky Total Security', 'kaspersky-total-security'],
    ['Kaspersky Anti-Virus', 'kaspersky-anti-virus'],
    ['Kaspersky Security Cloud', 'kaspersky-security-cloud'],
    ['Kaspersky Small Office Security', 'kaspersky-small-office-security'],
    ['Kaspersky PURE 3.0', 'kaspersky-pure'],
    ['Kaspersky Plus', 'kaspersky-for-windows'],
    ['Kaspersky VPN Secure Connection', 'kaspersky-vpn'],
    ['Kaspersky Password Manager', 'kaspersky-password-manager'],
    ['Kaspersky Safe Kids', 'kaspersky-safe-kids'],
    ['Kaspersky Security Scan', 'kaspersky-security-scan'],
    ['Kaspersky Software Updater', 'kaspersky-software-updater'],
    ['Kaspersky Endpoint Security 10 für Windows', 'kaspersky-endpoint-security'],
    ['Kaspersky Endpoint Agent', 'kaspersky-endpoint-agent'],
    ["Console d'administration de Kaspersky Security Center", 'kaspersky-security-center'],
    ['Kaspersky Security Center Network Agent', 'kaspersky-network-agent'],
    ['Kaspersky Security 11 for Windows Server', 'kaspersky-security-for-windows-server'],
    ['Kaspersky Embedded Systems Security 3.3', 'kaspersky-embedded-systems-security'],
    ['Kaspersky Anti-Virus 6.0 for Windows Workstations', 'kaspersky-anti-virus-for-workstations'],
    ['Kaspersky Anti-Virus 6.0 for Windows Servers', 'kaspersky-anti-virus-for-file-servers'],
    ['Kaspersky Something New', 'kaspersky-other'],
    ['卡巴斯基', 'kaspersky-for-windows'],
    ['卡巴斯基免费版', 'kaspersky-for-windows'],
    ['卡巴斯基安全部队 2013', 'kaspersky-internet-security'],
    ['卡巴斯基某某软件', 'kaspersky-other'],
  ])('knows %s by its name', (name, productId) => {
    const code = '{AAAAAAAA-1111-2222-3333-444444444444}';
    const findings = detect(inventoryOf(msi({ code, name, version: '1' })));
    expect(
      findings.map((finding) => [finding.productId, finding.name, finding.confidence]),
    ).toEqual([[productId, name, 'proven']]);
  });

  it('knows an agent with a name in any language by its folder', () => {
    const code = '{AAAAAAAA-1111-2222-3333-444444444444}';
    const name = 'Агент администрирования Kaspersky Security Center';
    const facts = msi({ code, name, version: '15' });
    const installLocation = `${programFiles}\\NetworkAgent\\`;
    const installerProducts = facts.installerProducts!.map((each) => ({
      ...each,
      installLocation,
    }));
    expect(found({ ...facts, installerProducts })).toEqual([
      `kaspersky-network-agent@${code.toLowerCase()} | installed | proven | ${name}`,
    ]);
  });

  it('finds a product that only one person installed, in that person’s part of the registry', () => {
    const program = {
      scope: 'user' as const,
      userSid: sid,
      displayName: 'Kaspersky Password Manager',
    };
    expect(found({ programs: [{ ...program, publisher: 'Kaspersky' }] })).toEqual([
      `kaspersky-password-manager@s-1-5-21-1-2-3-1001\\kaspersky password manager | installed | hint | Kaspersky Password Manager`,
    ]);
  });

  it('sees the same program in both views as one', () => {
    const program = {
      displayName: 'Kaspersky Safe Kids',
      publisher: 'Kaspersky Lab',
      uninstallString: `"${programFiles}\\Kaspersky Safe Kids\\uninstall.exe"`,
    };
    expect(found({ programs: [{ ...program, scope: 'machine64' }, program] })).toEqual([
      `kaspersky-safe-kids@${programFiles.toLowerCase()}\\kaspersky safe kids | installed | proven | Kaspersky Safe Kids`,
    ]);
  });

  it('sees two installed versions as two findings', () => {
    const other = '{AAAAAAAA-1111-2222-3333-444444444444}';
    const name = 'Kaspersky Endpoint Security for Windows';
    expect(
      found(
        merge(
          msi({ code: codes.kes, name, version: '11' }),
          msi({ code: other, name, version: '12' }),
        ),
      ),
    ).toHaveLength(2);
  });

  it('takes an environment key alone for one that was left, and for more where its programs may be', () => {
    const [vendorKeys, vendorFolders] = [home.vendorKeys!, home.vendorFolders!];
    const left = 'kaspersky-for-windows@avp21.25 | leftover | likely | Kaspersky';
    const there = 'kaspersky-for-windows@avp21.25 | installed | likely | Kaspersky';
    const key = `${vendorRoot}\\AVP21.25\\environment`;
    const elsewhere = { ProductName: 'Kaspersky', ProductRoot: 'D:\\Guard\\' };
    expect([
      found({ vendorKeys }),
      found({ vendorKeys, vendorFolders }),
      found({ vendorKeys, unreadable: ['vendorFolders'] }),
      found({ vendorKeys: [{ key, values: elsewhere }] }),
    ]).toEqual([[left], [there], [there], [there.replace('likely', 'hint')]]);
  });

  it('does not believe an environment key in a person’s own hive', () => {
    const key = `HKU\\${sid}\\Software\\KasperskyLab\\AVP21.3\\environment`;
    const facts = msi({ code: codes.home, name: 'Other', version: '1', publisher: null });
    expect(found({ ...facts, vendorKeys: [{ key, values: { ProductCode: codes.home } }] })).toEqual(
      ['kaspersky-home-antivirus@avp21.3 | leftover | hint | Kaspersky antivirus for home users'],
    );
  });

  it('reads the older place of the environment key', () => {
    const key = `${vendorRoot}\\protected\\KES8\\environment`;
    expect(
      found({ vendorKeys: [{ key, values: { ProductName: 'Kaspersky Endpoint Security 8' } }] }),
    ).toEqual([
      'kaspersky-endpoint-security@kes8 | leftover | hint | Kaspersky Endpoint Security 8',
    ]);
  });

  it('calls what is left of a product that is gone a leftover', () => {
    const rest = {
      vendorKeys: [
        { key: `${vendorRoot}\\AVP21.25` },
        { key: `HKU\\${sid}\\Software\\KasperskyLab\\AVP21.25`, userSid: sid },
      ],
      services: [
        {
          name: 'klids.K4W-21-25',
          kind: 'kernelDriver' as const,
          state: 'stopped' as const,
          imageFile: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\Bases\\klids.sys',
          imageExists: false,
        },
      ],
      vendorFolders: [{ path: 'C:\\ProgramData\\Kaspersky Lab\\AVP21.25', kind: 'data' as const }],
    };
    expect(found(rest)).toEqual([
      'kaspersky-for-windows@avp21.25 | leftover | likely | Kaspersky (Free, Basic, Standard, Plus or Premium)',
    ]);
  });

  it('keeps the remains of another version apart from the product in use', () => {
    expect(found(merge(home, { vendorKeys: [{ key: `${vendorRoot}\\AVP21.3` }] }))).toEqual([
      'kaspersky-for-windows@avp21.25 | installed | proven | Kaspersky',
      'kaspersky-home-antivirus@avp21.3 | leftover | hint | Kaspersky antivirus for home users',
    ]);
  });

  it.each(['programs', 'installerProducts', 'vendorKeys'] as const)(
    'does not call anything a leftover while %s could not be read',
    (section) => {
      const service = {
        name: 'AVP21.3',
        state: 'stopped' as const,
        imageFile: `${programFiles}\\Kaspersky Anti-Virus 21.3\\avp.exe`,
      };
      const read = detect(inventoryOf({ services: [service] }));
      const unread = detect(inventoryOf({ services: [service], unreadable: [section] }));
      expect([read[0]?.state, unread[0]?.state]).toEqual(['leftover', 'installed']);
    },
  );

  it('sees a running service as an installed product, even when nothing registers it any more', () => {
    const folder = `${programFiles}\\Kaspersky Anti-Virus 20.0`;
    const facts = {
      services: [{ name: 'AVP20.0', imageFile: `${folder}\\avp.exe` }],
      files: [{ path: `${folder}\\avp.exe`, signature: signedBy('AO Kaspersky Lab') }],
    };
    expect(found(facts)).toEqual([
      'kaspersky-anti-virus@avp20.0 | installed | proven | Kaspersky Anti-Virus',
    ]);
  });

  it.each([
    [
      'a service of the vendor’s name with another signer',
      'klnagent',
      `${programFiles}\\NetworkAgent\\klnagent.exe`,
    ],
    [
      'a driver of the vendor’s name with another signer',
      'klif',
      'C:\\Windows\\System32\\drivers\\klif.sys',
    ],
  ])('does not count %s', (_name, name, imageFile) => {
    const kind = name === 'klif' ? 'kernelDriver' : 'service';
    const files = [{ path: imageFile, signature: signedBy('Acme Inc') }];
    expect(found({ services: [{ name, kind, imageFile }], files })).toEqual([]);
  });

  it('marks products of others with the engine inside, and the successor, as not removable', () => {
    const facts = {
      programs: [
        {
          displayName: 'Parallels Internet Security Powered by Kaspersky',
          publisher: 'Parallels',
          installLocation: 'C:\\Program Files\\Parallels\\Security',
        },
        { displayName: 'UltraAV', publisher: 'Pango' },
      ],
    };
    expect(
      detect(inventoryOf(facts)).map(({ productId, confidence }) => [productId, confidence]),
    ).toEqual([
      ['ultraav', 'hint'],
      ['powered-by-kaspersky', 'hint'],
    ]);
  });

  it('finds tools that were never installed', () => {
    const facts = {
      vendorFolders: [
        {
          path: 'C:\\KVRT2020_Data',
          kind: 'other' as const,
          entries: ['C:\\KVRT2020_Data\\Quarantine\\a.klq'],
        },
      ],
      processes: [{ name: 'TDSSKiller.exe', path: 'C:\\Users\\anna\\Downloads\\TDSSKiller.exe' }],
    };
    expect(found(facts)).toEqual([
      'kaspersky-tdsskiller | portable | hint | Kaspersky TDSSKiller',
      'kaspersky-virus-removal-tool@c:\\kvrt2020_data | portable | hint | Kaspersky Virus Removal Tool',
    ]);
  });

  it('finds what stays elsewhere in Windows', () => {
    const facts = {
      certificates: home.certificates!,
      browserExtensions: home.browserExtensions!,
      securityProducts: [{ name: 'Kaspersky Endpoint Security 10 für Windows' }],
      classFilters: home.classFilters!,
    };
    expect(found(facts)).toEqual([
      'kaspersky-for-windows@avp21.25 | leftover | hint | Kaspersky (Free, Basic, Standard, Plus or Premium)',
      'kaspersky-browser-extension | leftover | hint | Kaspersky Protection',
      'kaspersky-root-certificate | leftover | hint | Root certificate of a Kaspersky product',
      'kaspersky-security-center-entry | leftover | hint | Kaspersky Endpoint Security 10 für Windows',
    ]);
  });

  it('names the person in whose store a root certificate lies, and flags no other root', () => {
    const subject = 'CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab';
    const inventory = inventoryOf({
      profiles: [{ sid, folder: 'C:\\Users\\Anna' }],
      certificates: [
        { subject, userSid: sid },
        { subject, userSid: 'S-1-5-21-9' },
        { subject, issuer: 'CN=Somebody Else', userSid: sid },
        { subject: 'CN=Kaspersky Fan Club Root', userSid: sid },
        { subject: 'CN=Innocent Root', userSid: sid },
      ],
    });
    const says = detect(inventory).flatMap(({ id, evidence }) =>
      evidence.map((each) => [id, each.says]),
    );
    const name = 'Kaspersky Anti-Virus Personal Root Certificate';
    expect(says).toEqual(
      [`C:\\Users\\Anna, ${sid}`, 'S-1-5-21-9'].map((who) => [
        'kaspersky-root-certificate',
        message('evidence.certificate.person', { name, who }),
      ]),
    );
  });

  it('ties an extension to the product that brings it, in Firefox too', () => {
    const extensions = (id: string) => ({ browserExtensions: [{ id }] });
    const manager = msi({
      code: '{AAAAAAAA-1111-2222-3333-444444444444}',
      name: 'Kaspersky Password Manager',
      version: '25.2',
    });
    const ids = (facts: InventoryFacts) =>
      detect(inventoryOf(facts)).map(({ productId }) => productId);
    expect([
      ids({ ...manager, ...extensions('dhnkblpjbkfklfloegejegedcafpliaa') }),
      ids({
        ...manager,
        ...extensions('light_plugin_D772DC8D6FAF43A29B25C4EBAA5AD1DE@kaspersky.com'),
      }),
      ids(extensions('light_plugin_D772DC8D6FAF43A29B25C4EBAA5AD1DE@example.com')),
    ]).toEqual([
      ['kaspersky-password-manager'],
      ['kaspersky-password-manager', 'kaspersky-browser-extension'],
      [],
    ]);
  });

  it('takes a running program of unknown place for a hint only', () => {
    expect(found({ processes: [{ name: 'klnagent.exe' }] })).toEqual([
      'kaspersky-network-agent | installed | hint | Kaspersky Security Center Network Agent',
    ]);
  });

  it('takes a program of the vendor in a place of nobody’s for no product that protects, and tells the place', () => {
    const path = 'C:\\ProgramData\\RasTls\\avp.exe';
    const elsewhere = detect(
      inventoryOf({
        processes: [{ name: 'avp.exe', path }],
        files: [{ path, signature: signedBy('Kaspersky Lab') }],
      }),
    );
    expect(
      elsewhere.map(({ productId, confidence, evidence }) => [
        productId,
        confidence,
        evidence[0]?.says.values,
      ]),
    ).toEqual([['kaspersky-other', 'hint', { name: path }]]);
  });
});
