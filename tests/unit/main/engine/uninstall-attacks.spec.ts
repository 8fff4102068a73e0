import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../src/main/engine/plan/plan.ts';
import { defaultChoice, type Choice } from '../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, signedBy, type InventoryFacts } from '../../../support/inventory-builder.ts';
import { codes, merge, msi, programFiles } from '../../../support/kaspersky-machines.ts';

const everything: Choice = { ...defaultChoice, all: true, owner: 'administrator' };

function actionsOn(facts: InventoryFacts, choice: Partial<Choice> = {}) {
  const inventory = inventoryOf(facts);
  const { steps } = plan(inventory, detect(inventory), { ...everything, ...choice });
  const removals = steps.filter(({ phase }) => phase === 'remove');
  return removals.map(({ action }) => {
    if (action.kind === 'uninstallMsi') return action.productCode;
    return action.kind === 'runUninstaller' ? [action.program, ...action.args].join(' ') : action;
  });
}

const scanner = `${programFiles}\\Kaspersky Security Scan`;
const manager = `${programFiles}\\Kaspersky Password Manager 25.3`;
const sid = 'S-1-5-21-1-2-3-1001';
const acme = '{AAAAAAAA-1111-2222-3333-444444444444}';

/** An entry that is proven by its publisher and its place. */
function entry(
  uninstallString: string,
  files: InventoryFacts['files'] = [],
  more: object = {},
): InventoryFacts {
  return {
    programs: [
      {
        displayName: 'Kaspersky Security Scan',
        publisher: 'Kaspersky Lab',
        installLocation: scanner,
        uninstallString,
        ...more,
      },
    ],
    files,
  };
}

const signed = (path: string) => ({ path, signature: signedBy('Kaspersky Lab') });

describe('a command that an attacker could have written', () => {
  it.each([
    ['climbs out', `"${scanner}\\..\\..\\..\\evil\\uninstall.exe"`],
    ['climbs out with slashes', `"${scanner}/../../../evil/uninstall.exe"`],
    ['has a blank behind the dots', `"${scanner}\\.. \\.. \\uninstall.exe"`],
    ['has three dots', `"${scanner}\\...\\uninstall.exe"`],
    ['ends with a dot', `"${scanner}\\uninstall.exe."`],
    ['ends with a blank', `"${scanner}\\uninstall.exe "`],
    ['has a folder that ends with a blank', `"${programFiles}\\Kaspersky Scan \\uninstall.exe"`],
    ['has short names', '"C:\\PROGRA~2\\KASPER~1\\KASPER~1\\UNINST~1.EXE"'],
    ['has a short folder', `"${programFiles}\\KASPER~1\\uninstall.exe"`],
    ['is a stream', `"${scanner}\\readme.txt:uninstall.exe"`],
    ['is the main stream by its type', `"${scanner}\\uninstall.exe::$DATA"`],
    ['is a device path', `"\\\\.\\C:\\Program Files (x86)\\Kaspersky Lab\\X\\uninstall.exe"`],
    ['is a long path', `"\\\\?\\${scanner}\\uninstall.exe"`],
    ['is a path of the object manager', `"\\??\\${scanner}\\uninstall.exe"`],
    ['is a volume', '"\\\\?\\Volume{6a1f}\\Program Files\\Kaspersky Lab\\X\\uninstall.exe"'],
    ['is a device', `"${scanner}\\nul.exe"`],
    ['is a device with more', `"${scanner}\\com1.uninstall.exe"`],
    ['lies on a server', '"\\\\evil\\c$\\Program Files\\Kaspersky Lab\\X\\uninstall.exe"'],
    ['begins at the root', '"\\Program Files\\Kaspersky Lab\\X\\uninstall.exe"'],
    ['is relative to a drive', '"C:Program Files\\Kaspersky Lab\\X\\uninstall.exe"'],
    ['has a variable for its drive', '"%SystemDrive%\\Program Files\\Kaspersky Lab\\X\\u.exe"'],
    ['has a variable', `"%ProgramFiles%\\Kaspersky Lab\\X\\uninstall.exe"`],
    ['has a hidden letter', `"C:\\Program Files\\Kaspersky\u200b Lab\\X\\uninstall.exe"`],
    ['has a look-alike letter', '"C:\\Program Files\\K\u0430spersky Lab\\X\\uninstall.exe"'],
    ['lies in a look-alike folder', '"C:\\Program Files\\Kaspersky Lab Fans\\X\\uninstall.exe"'],
    ['lies directly in the folder of the vendor', `"${programFiles}\\uninstall.exe"`],
    [
      'lies in a folder that only looks like Program Files',
      '"C:\\Program Files (x64)\\Kaspersky Lab\\X\\uninstall.exe"',
    ],
    ['lies below another Program Files', '"C:\\x\\Program Files\\Kaspersky Lab\\X\\uninstall.exe"'],
    ['names a screen saver', `"${scanner}\\uninstall.scr"`],
    ['names a shortcut', `"${scanner}\\uninstall.exe.lnk"`],
  ])('is refused when it %s', (_, uninstallString) => {
    const path = /^"([^"]*)"/.exec(uninstallString)?.[1] ?? '';
    const more = { installLocation: null };
    expect(actionsOn(entry(uninstallString, [signed(path)], more))).toEqual([]);
  });

  it.each([
    ['blanks behind dots', `"/dir=${scanner}\\.. \\..\\x"`],
    ['a folder that ends with a dot', `"/dir=${scanner}\\x.\\y"`],
    ['a stream', `"/log=${scanner}\\x:y"`],
    ['a device', `"/log=${scanner}\\NUL"`],
    ['the folder of another product', `"/dir=${manager}"`],
    ['slashes', '/dir=C:/Windows'],
    ['another argument inside', '"/x=1 /dir=C:"'],
  ])('is refused for an argument with %s', (_, argument) => {
    const path = `${scanner}\\uninstall.exe`;
    expect(actionsOn(entry(`"${path}" ${argument}`, [signed(path)]))).toEqual([]);
  });

  it.each([
    ['the product itself', 'avp.exe', '/S'],
    ['its window', 'avpui.exe', ''],
    ['a tool that points the agent elsewhere', 'klmover.exe', '-address=evil.example'],
    ['a tool that stops protection', 'kescli.exe', '--stop'],
    ['a tool with a telling switch', 'klcleaner.exe', '/S'],
  ])('is refused when it names a signed program that is no uninstaller: %s', (_, name, args) => {
    const path = `${scanner}\\${name}`;
    expect(actionsOn(entry(`"${path}" ${args}`, [signed(path)]))).toEqual([]);
  });

  it.each(['uninstall.exe', 'unins000.exe', 'Uninst.exe', 'setup.exe', 'kpm_remover.exe'])(
    'is taken when it names an uninstaller: %s',
    (name) => {
      const path = `${scanner}\\${name}`;
      expect(actionsOn(entry(`"${path}" /S`, [signed(path)]))).toEqual([`${path} /S`]);
    },
  );

  it('is taken without quotation marks only for a file that is there and signed by Kaspersky', () => {
    const path = `${scanner}\\uninstall.exe`;
    const run = (...files: NonNullable<InventoryFacts['files']>) =>
      actionsOn(entry(`${path} /S`, files));
    expect([
      run(signed(path)),
      run({ path, companyName: 'Kaspersky Lab' }),
      run({ path }),
      run({ ...signed(path), exists: false }),
      run(),
    ]).toEqual([[`${path} /S`], [], [], [], []]);
  });
});

describe('what one person can write', () => {
  const own = { scope: 'user', userSid: sid } as const;

  it('runs nothing, not even an uninstaller that Kaspersky signed', () => {
    const path = `${scanner}\\uninstall.exe`;
    expect(actionsOn(entry(`"${path}" /S`, [signed(path)], own))).toEqual([]);
  });

  it('does not make the product of another company one of Kaspersky', () => {
    const foreign = msi({ code: acme, name: 'Acme VPN', version: '1', publisher: null });
    const claim: InventoryFacts = {
      programs: [
        {
          ...own,
          keyName: acme,
          displayName: 'Kaspersky Total Security',
          publisher: 'Kaspersky Lab',
          uninstallString: `MsiExec.exe /X${acme}`,
        },
      ],
    };
    const twin: InventoryFacts = {
      installerProducts: [
        {
          productCode: acme,
          name: 'Kaspersky Total Security',
          publisher: 'Kaspersky Lab',
          context: 'userUnmanaged',
          userSid: sid,
        },
      ],
    };
    expect([actionsOn(merge(foreign, claim)), actionsOn(merge(foreign, twin))]).toEqual([[], []]);
  });

  it('does not prove a finding by itself', () => {
    const path = 'C:\\Users\\Public\\Kaspersky Lab\\Kaspersky Total Security 21.3\\uninstall.exe';
    const inventory = inventoryOf({
      programs: [
        {
          ...own,
          displayName: 'Kaspersky Total Security',
          publisher: 'Kaspersky Lab',
          uninstallString: `"${path}" /S`,
        },
      ],
    });
    expect(detect(inventory).map(({ confidence }) => confidence)).toEqual(['hint']);
  });
});

describe('an entry that names another product', () => {
  const managed = msi({
    code: codes.vpn,
    name: 'Kaspersky Password Manager',
    version: '25',
    publisher: 'Kaspersky',
  });

  it('does not remove it by its product code, however proven its own product is', () => {
    const running = `${programFiles}\\Kaspersky Total Security 21.3\\avp.exe`;
    const claim = (keyName: string): InventoryFacts => ({
      programs: [
        {
          keyName,
          displayName: 'Kaspersky Total Security',
          publisher: 'Kaspersky Lab',
          installLocation: `${programFiles}\\Kaspersky Total Security 21.3`,
          uninstallString: `MsiExec.exe /X${codes.vpn}`,
        },
      ],
      processes: [{ name: 'avp.exe', path: running }],
      files: [signed(running)],
    });
    const byDefault = { all: false };
    expect([
      actionsOn(merge(managed, claim(acme)), byDefault),
      actionsOn(merge(managed, claim('Kaspersky Total Security')), byDefault),
    ]).toEqual([[], []]);
  });

  it('does not run its uninstaller', () => {
    const path = `${manager}\\uninstall.exe`;
    const facts: InventoryFacts = {
      programs: [
        {
          displayName: 'Kaspersky Total Security',
          publisher: 'Kaspersky Lab',
          uninstallString: `"${path}" /S`,
        },
      ],
      files: [signed(path)],
    };
    expect([actionsOn(facts, { all: false }), actionsOn(facts)]).toEqual([[], []]);
  });
});
