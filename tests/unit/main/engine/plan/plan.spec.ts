import { describe, expect, it } from 'vitest';
import { message } from '../../../../../src/shared/domain/message.ts';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../../src/main/engine/plan/plan.ts';
import {
  defaultChoice,
  type Choice,
  type Plan,
} from '../../../../../src/shared/domain/plan/plan.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';
import {
  codes,
  home,
  merge,
  msi,
  office,
  programFiles,
  vpn,
} from '../../../../support/kaspersky-machines.ts';

const byDefault: Choice = { ...defaultChoice, owner: 'administrator' };

function planOf(facts: InventoryFacts, choice: Partial<Choice> = {}): Plan {
  const inventory = inventoryOf(facts);
  return plan(inventory, detect(inventory), { ...byDefault, ...choice });
}

function stepIds(facts: InventoryFacts, choice: Partial<Choice> = {}): string[] {
  return planOf(facts, choice).steps.flatMap(({ about }) =>
    about.kind === 'product' ? about.productId : [],
  );
}

const everything = merge(home, vpn, office, {
  programs: [
    {
      displayName: 'Kaspersky Password Manager',
      publisher: 'Kaspersky Lab',
      uninstallString: `"${programFiles}\\Kaspersky Password Manager 25.3\\uninst.exe" /S`,
    },
    {
      displayName: 'UltraAV',
      publisher: 'Pango',
      uninstallString: '"C:\\Program Files\\UltraAV\\u.exe"',
    },
  ],
  files: [
    {
      path: `${programFiles}\\Kaspersky Password Manager 25.3\\uninst.exe`,
      signature: signedBy('Kaspersky Lab'),
    },
  ],
});

describe('plan', () => {
  it('removes an antivirus through Windows Installer and says what must be gone afterwards', () => {
    expect(planOf(home).steps).toEqual([
      {
        id: 'remove:kaspersky-for-windows@avp21.25',
        phase: 'remove',
        about: {
          kind: 'product',
          findingId: 'kaspersky-for-windows@avp21.25',
          productId: 'kaspersky-for-windows',
          family: 'antivirus',
          name: 'Kaspersky',
        },
        action: {
          kind: 'uninstallMsi',
          productCode: codes.home,
          properties: { REBOOT: 'ReallySuppress' },
          secretProperties: [],
        },
        timeLimitMs: 1_800_000,
        doneWhen: {
          kind: 'gone',
          productCodes: [codes.home],
          programs: detect(inventoryOf(home))[0]!.parts.programs,
          services: ['AVP21.25', 'klvssbridge64_21.25'],
        },
      },
    ]);
  });

  it('tells Endpoint Security and the agent which password properties they take, agent last', () => {
    expect(planOf(office, { login: 'boss' }).steps.map(({ action }) => action)).toEqual([
      {
        kind: 'uninstallMsi',
        productCode: codes.kes,
        properties: { REBOOT: 'ReallySuppress', KLLOGIN: 'boss' },
        secretProperties: [{ name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' }],
      },
      {
        kind: 'uninstallMsi',
        productCode: codes.agent,
        properties: { REBOOT: 'ReallySuppress' },
        secretProperties: [{ name: 'KLUNINSTPASSWD', secret: 'agent', encoding: 'utf16leHex' }],
      },
    ]);
  });

  it('uses the vendor’s default login when none is given', () => {
    expect(planOf(office).steps[0]?.action).toMatchObject({ properties: { KLLOGIN: 'KLAdmin' } });
  });

  it.each<[string, Partial<Choice>, string[]]>([
    ['the default set', {}, ['for-windows', 'endpoint-security', 'network-agent']],
    ['only the VPN, by family', { only: ['vpn'] }, ['vpn']],
    ['only the VPN, by product', { only: ['kaspersky-vpn'] }, ['vpn']],
    ['only the VPN, by finding', { only: ['kaspersky-vpn@ksde5.2'] }, ['vpn']],
    [
      'the VPN as well',
      { include: ['VPN'] },
      ['vpn', 'for-windows', 'endpoint-security', 'network-agent'],
    ],
    [
      'everything',
      { all: true },
      ['vpn', 'password-manager', 'for-windows', 'endpoint-security', 'network-agent'],
    ],
    ['nothing known', { only: ['scanner'] }, []],
  ])('removes %s', (_name, choice, expected) => {
    expect(stepIds(everything, choice)).toEqual(expected.map((id) => `kaspersky-${id}`));
  });

  it('tells of everything that stays, and why', () => {
    const kept = planOf(everything).kept.map(({ productId, name, reason, explanation }) => [
      productId,
      name,
      reason,
      explanation,
    ]);
    const notChosen = ['notChosen', message('kept.notChosen')];
    expect(kept).toEqual([
      ['kaspersky-vpn', 'Kaspersky VPN', ...notChosen],
      ['kaspersky-password-manager', 'Kaspersky Password Manager', ...notChosen],
      ['ultraav', 'UltraAV', 'notKaspersky', message('kept.successor')],
    ]);
  });

  it('tells two products of one name apart by their versions, and adds none to a name of its own', () => {
    const name = 'Kaspersky Endpoint Security for Windows';
    const older = msi({
      code: '{AAAAAAAA-1111-2222-3333-000000000001}',
      name,
      version: '11.26.4.423',
    });
    const newer = msi({
      code: '{AAAAAAAA-1111-2222-3333-000000000002}',
      name,
      version: '14.1.0.423',
    });
    const named = (facts: InventoryFacts) =>
      planOf(facts).steps.map(({ about }) => about.kind === 'product' && about.name);
    expect([named(merge(older, newer)), named(older)]).toEqual([
      [`${name} 11.26.4.423`, `${name} 14.1.0.423`],
      [name],
    ]);
  });

  it('sends nobody to a list that was not read', () => {
    const running: InventoryFacts = {
      services: [{ name: 'klnagent', imageFile: `${programFiles}\\NetworkAgent\\klnagent.exe` }],
      files: [
        {
          path: `${programFiles}\\NetworkAgent\\klnagent.exe`,
          signature: signedBy('Kaspersky Lab'),
        },
      ],
    };
    const why = (facts: InventoryFacts) =>
      planOf(facts).kept.map(({ explanation }) => explanation.id);
    expect([
      why(running),
      why({ ...running, unreadable: ['programs', 'installerProducts'] }),
    ]).toEqual([['kept.noUninstaller'], ['kept.uninstallerNotRead']]);
  });

  it('never removes a product of another vendor, whatever is asked for', () => {
    const facts = msi({
      code: codes.vpn,
      name: 'Acme Internet Security powered by Kaspersky',
      version: '1',
      publisher: 'Kaspersky',
    });
    const { steps, kept } = planOf(facts, {
      all: true,
      include: ['embeddedEngine', 'powered-by-kaspersky'],
    });
    expect([steps, kept.map(({ reason }) => reason)]).toEqual([[], ['engineInside']]);
  });

  it('keeps leftovers, portable tools and what is not proven', () => {
    const facts = {
      vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3' }],
      vendorFolders: [{ path: 'C:\\KVRT2020_Data' }],
      programs: [{ displayName: 'Kaspersky Safe Kids' }],
    };
    const { kept } = planOf(facts, { all: true });
    expect(kept.map(({ name, reason, explanation }) => [name, reason, explanation.id])).toEqual([
      ['Kaspersky Safe Kids', 'notProven', 'kept.notProven'],
      ['Kaspersky Virus Removal Tool', 'portable', 'kept.portable'],
      ['Kaspersky antivirus for home users', 'leftover', 'kept.leftover'],
    ]);
  });

  it('offers nothing to choose that only a trace tells of, and blames nobody for it', () => {
    const path = 'C:\\ProgramData\\RasTls\\avp.exe';
    const facts = {
      processes: [{ name: 'avp.exe', path }],
      files: [{ path, signature: signedBy('Kaspersky Lab') }],
      services: [{ name: 'klhk', kind: 'kernelDriver' as const, state: 'running' as const }],
    };
    const why = (choice?: Partial<Choice>) =>
      planOf(facts, choice).kept.map(({ productId, explanation }) => [productId, explanation.id]);
    const klhk = ['kaspersky-hypervisor-module', 'kept.moduleOfOthers'];
    expect([why(), why({ only: ['vpn'] })]).toEqual([
      [klhk, ['kaspersky-other', 'kept.notProven']],
      [klhk, ['kaspersky-other', 'kept.notChosen']],
    ]);
    const driver = { ...facts.services[0]!, name: 'klif' };
    expect(planOf({ services: [driver], unreadable: ['programs'] }).kept[0]).toMatchObject({
      productId: 'kaspersky-drivers',
      explanation: { id: 'kept.notRead' },
    });
  });

  it('explains that an unreadable list proves nothing', () => {
    const { programs } = msi({
      code: codes.kes,
      name: 'Kaspersky Endpoint Security for Windows',
      version: '11',
    });
    const { steps, kept } = planOf({ programs: programs!, unreadable: ['installerProducts'] });
    expect([steps, kept.map(({ reason }) => reason)]).toEqual([[], ['notRead']]);
  });

  it('names what could not be read where that is why nothing is proven', () => {
    const facts = {
      vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.3' }],
      unreadable: ['programs', 'installerProducts'] as const,
    };
    const sections = [message('section.programs'), message('section.installerProducts')];
    expect(planOf(facts, { all: true }).kept.map(({ explanation }) => explanation)).toEqual([
      message('kept.notRead', { sections }),
    ]);
  });

  it('does not remove what one person installed for themselves', () => {
    const facts = msi({
      code: codes.kes,
      name: 'Kaspersky Endpoint Security for Windows',
      version: '11',
    });
    const installerProducts = facts.installerProducts!.map((each) => ({
      ...each,
      context: 'userUnmanaged' as const,
    }));
    expect(planOf({ ...facts, installerProducts }).steps).toEqual([]);
  });

  it('does not remove a product of Windows Installer with a foreign publisher anywhere', () => {
    const facts = msi({
      code: codes.kes,
      name: 'Kaspersky Endpoint Security for Windows',
      version: '11',
    });
    const programs = facts.programs!.map((program) => ({ ...program, publisher: 'Acme' }));
    expect(planOf({ ...facts, programs }).steps).toEqual([]);
  });
});

const refused = (problem: string): unknown => ({
  id: 'kept.refused',
  values: { why: expect.objectContaining({ id: `uninstaller.${problem}` }) as unknown },
});

describe('plan with uninstallers of the vendor', () => {
  const folder = `${programFiles}\\Kaspersky Security Scan`;
  const program = {
    displayName: 'Kaspersky Security Scan',
    publisher: 'Kaspersky Lab',
    installLocation: folder,
    uninstallString: `"${folder}\\uninstall.exe"`,
    quietUninstallString: `"${folder}\\uninstall.exe" /S`,
  };

  const files = [{ path: `${folder}\\uninstall.exe`, signature: signedBy('Kaspersky Lab') }];

  it('runs the quiet command as program and arguments', () => {
    expect(
      planOf({ programs: [program], files }).steps.map(({ action, timeLimitMs }) => [
        action,
        timeLimitMs,
      ]),
    ).toEqual([
      [
        {
          kind: 'runUninstaller',
          program: `${folder}\\uninstall.exe`,
          args: ['/S'],
          workingFolder: folder,
          maker: { signed: true, name: 'Kaspersky Lab' },
        },
        900_000,
      ],
    ]);
  });

  it.each([
    ['a switch with a value', `"${folder}\\uninstall.exe" /S /lang=1033`, ['/S', '/lang=1033']],
    ['a path of its own', `"${folder}\\uninstall.exe" "/dir=${folder}\\x"`, [`/dir=${folder}\\x`]],
  ])('accepts %s', (_name, uninstallString, args) => {
    const facts = {
      programs: [{ ...program, uninstallString, quietUninstallString: null }],
      files,
    };
    expect(planOf(facts).steps[0]?.action).toMatchObject({ args });
  });

  it.each([
    ['a shell', 'cmd /c del /q C:\\innocent\\*', 'shell'],
    ['a shell by its path', '"C:\\Windows\\System32\\cmd.exe" /c x', 'shell'],
    ['rundll32', 'rundll32.exe setupapi.dll,InstallHinfSection', 'shell'],
    ['another computer', '\\\\evil\\Kaspersky Lab\\u.exe /S', 'remote'],
    ['a relative path', 'uninstall.exe /S', 'noPlace'],
    ['dots in the path', `"${folder}\\..\\..\\Acme\\u.exe" /S`, 'disguised'],
    ['another program’s folder', '"C:\\Program Files\\Acme\\u.exe" /S', 'outside'],
    ['a folder anybody can make', '"C:\\Temp\\Kaspersky Lab\\X\\u.exe" /S', 'outside'],
    ['the folder of another product', `"${programFiles}\\Other\\u.exe" /S`, 'elsewhere'],
    [
      'a command behind it',
      `"${folder}\\uninstall.exe" /S & del /q C:\\innocent\\*`,
      'oddArgument',
    ],
    ['a bare word', `"${folder}\\uninstall.exe" remove`, 'oddArgument'],
    ['a folder elsewhere', `"${folder}\\uninstall.exe" /dir=C:\\Windows`, 'oddArgument'],
    ['another drive', `"${folder}\\uninstall.exe" /dir=D:`, 'oddArgument'],
    ['a share', `"${folder}\\uninstall.exe" /log=\\\\evil\\x`, 'oddArgument'],
    ['a batch file', `"${folder}\\uninstall.bat" /S`, 'noProgramFile'],
    ['a stream', `"${folder}\\a.txt:u.exe" /S`, 'disguised'],
    ['a variable', `"${folder}\\%TEMP%\\u.exe" /S`, 'disguised'],
    ['no quotation marks and a file nobody saw', `${folder}\\uninstall.exe /S`, 'unclear'],
    ['a quotation mark that is never closed', `"${folder}\\uninstall.exe /S`, 'unreadable'],
    ['nothing', '', 'none'],
  ])('refuses %s', (_name, uninstallString, problem) => {
    const facts = { programs: [{ ...program, uninstallString, quietUninstallString: null }] };
    const { steps, kept } = planOf(facts, { all: true });
    expect([steps, kept.map((each) => [each.reason, each.explanation])]).toEqual([
      [],
      [['noSafeWay', refused(problem)]],
    ]);
  });

  it('accepts a path without quotation marks when the file was seen', () => {
    const facts = {
      programs: [
        { ...program, quietUninstallString: null, uninstallString: `${folder}\\uninstall.exe /S` },
      ],
      files: [{ path: `${folder}\\uninstall.exe`, signature: signedBy('Kaspersky Lab') }],
    };
    expect(stepIds(facts)).toEqual(['kaspersky-security-scan']);
  });

  it.each([
    ['signed by somebody else', { signature: signedBy('Acme Inc') }],
    ['made by somebody else', { companyName: 'Acme Inc' }],
    ['gone', { exists: false, companyName: 'Kaspersky Lab' }],
    ['altered', { signature: { ...signedBy('Kaspersky Lab'), status: 'invalid' as const } }],
  ])('refuses an uninstaller that is %s', (_name, file) => {
    const other = [{ path: `${folder}\\uninstall.exe`, ...file }];
    const { steps } = planOf({ programs: [program], files: other });
    expect(steps.filter(({ phase }) => phase === 'remove')).toEqual([]);
  });

  it('never runs an entry of one person, not even with a valid signature', () => {
    const own = { ...program, scope: 'user' as const, userSid: 'S-1-5-21-1-2-3-1001' };
    const path = `${folder}\\uninstall.exe`;
    expect([
      stepIds({ programs: [own] }),
      stepIds({ programs: [own], files: [{ path, companyName: 'Kaspersky Lab' }] }),
      stepIds({ programs: [own], files: [{ path, signature: signedBy('Kaspersky Lab') }] }),
    ]).toEqual([[], [], []]);
  });

  it('turns a command for Windows Installer into a product code and drops the rest', () => {
    const facts = merge(msi({ code: codes.vpn, name: 'Kaspersky VPN', version: '5' }), {
      programs: [
        {
          keyName: 'KasperskyVpnEntry',
          displayName: 'Kaspersky VPN',
          publisher: 'Kaspersky',
          uninstallString: `MsiExec.exe /i ${codes.vpn} TRANSFORMS=\\\\evil\\x.mst`,
        },
      ],
    });
    expect(planOf(facts, { all: true }).steps.map(({ action }) => action)).toEqual([
      {
        kind: 'uninstallMsi',
        productCode: codes.vpn,
        properties: { REBOOT: 'ReallySuppress' },
        secretProperties: [],
      },
    ]);
  });
});
