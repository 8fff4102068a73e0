import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import configuration from '../../../build/electron-builder.config.ts';

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (config: object, log: object) => Promise<void>;
};

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly author: { readonly name: string; readonly email: string };
  readonly description: string;
  readonly homepage: string;
  readonly license: string;
  readonly productName: string;
};

const validate = async (config: object) =>
  await validateConfiguration(config, { add: () => {}, isEnabled: false });

describe('the settings of the packages', () => {
  it('are what electron-builder understands', async () => {
    await expect(validate(configuration)).resolves.toBe(undefined);
  });

  it('would be refused with a typing error in them', async () => {
    const win = { ...configuration.win, requestedExecutionLevels: 'asInvoker' };
    await expect(validate({ ...configuration, win })).rejects.toThrow('configuration.win');
  });

  it('make an installer and an MSI, and nothing that unpacks itself to run with administrator rights', () => {
    const { win } = configuration;
    const targets = [win?.target]
      .flat()
      .map((each) => (typeof each === 'object' ? each?.target : each));
    expect({ level: win?.requestedExecutionLevel, targets }).toEqual({
      level: 'asInvoker',
      targets: ['nsis', 'msi'],
    });
  });

  it('install for the whole computer, into a folder that nobody chooses, and start nothing by themselves', () => {
    const { nsis, msi } = configuration;
    expect([
      [nsis?.perMachine, nsis?.allowToChangeInstallationDirectory],
      [msi?.perMachine, msi?.oneClick, msi?.runAfterFinish],
    ]).toEqual([
      [true, false],
      [true, true, false],
    ]);
  });

  it('ask nothing of the computer that builds, and nothing of a Linux that closes its name spaces', () => {
    const { msi, linux } = configuration;
    expect({
      warnings: msi?.warningsAsErrors,
      light: msi?.additionalLightArgs,
      linux: [linux?.target].flat().map((each) => (typeof each === 'object' ? each?.target : each)),
    }).toEqual({ warnings: false, light: ['-sval'], linux: ['AppImage'] });
  });

  it('give the program one name everywhere, so that its data lie where the documents say', () => {
    expect([manifest.productName, configuration.productName]).toEqual(['Cutover', 'Cutover']);
  });

  it('keep the ids by which an installer finds the version it replaces, and name them for administrators', () => {
    const fleets = readFileSync('docs/fleets.md', 'utf8');
    const ids = [configuration.appId, `{${configuration.msi?.upgradeCode?.toUpperCase()}}`];
    expect(ids).toEqual(['org.cutover.desktop', '{5F0C3F0E-6C1B-4A5D-9F7C-2D1B8C3E7A94}']);
    expect(ids.filter((id) => !fleets.includes(`\`${id}\``))).toEqual([]);
  });

  it('have the id that the window is known by, so that the taskbar joins it with its shortcut', () => {
    const window = readFileSync('src/main/desktop/program-id.ts', 'utf8');
    expect(window).toContain(`const programId = '${configuration.appId}'`);
  });

  it('have the facts about the project that Linux and Windows packages ask for', () => {
    const { author, description, homepage, license } = manifest;
    expect([author.name, author.email, description, homepage, license]).toEqual(
      Array.from({ length: 5 }, () => expect.stringMatching(/./)),
    );
  });

  it('close every way to run other code with the rights of the program', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the workflow', () => {
  const workflow = readFileSync('.github/workflows/ci.yml', 'utf8');

  it('uses actions of others only by the hash of what was looked at', () => {
    const used = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action ?? ''))).toEqual(
      [],
    );
  });

  it('gives no job a shell whose line ends or file system decide whether it is green', () => {
    expect(readFileSync('.gitattributes', 'utf8')).toContain('* text=auto eol=lf');
    // Ubuntu lets no program make a sandbox of its own unless it is told to.
    expect(workflow).toContain('kernel.apparmor_restrict_unprivileged_userns=0');
    // The lab needs root; the installers do not wait for it.
    expect(workflow).toMatch(/container:\s+image: debian:12\s+options: --privileged/);
    expect(workflow).not.toMatch(/package:\s+needs:/);
  });
});

describe('the trial of the packages on a hosted Windows', () => {
  const trial = readFileSync('.github/scripts/try-package.ps1', 'utf8');

  it('does not stop at what a program says on stderr, nor wants an antivirus that is not there', () => {
    expect(trial).toMatch(/function Ask[^}]*\$ErrorActionPreference = 'Continue'/);
    expect(trial).toContain('$json.Code -eq $state.rc');
  });

  it('is written so that Windows PowerShell reads every letter of it', () => {
    expect([...trial].filter((letter) => letter.charCodeAt(0) > 126)).toEqual([]);
  });
});

describe('the icons', () => {
  it('have every size that Windows asks for', () => {
    const ico = readFileSync('build/icon.ico');
    const pictures = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const image = ico.subarray(ico.readUInt32LE(at + 12)).subarray(0, ico.readUInt32LE(at + 8));
      return [ico.readUInt8(at) || 256, widthOf(image)];
    });
    expect(pictures).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256].map((size) => [size, size]));
  });

  it('have the size that their name says on Linux', () => {
    const names = readdirSync('build/icons');
    const sizes = names.map((name) => widthOf(readFileSync(`build/icons/${name}`)));
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual(sizes.map((size) => `${size}x${size}.png`));
  });
});

/** Of a PNG, else of a bitmap as it stands in an icon. */
function widthOf(image: Buffer): number {
  return image.toString('latin1', 1, 4) === 'PNG' ? image.readUInt32BE(16) : image.readInt32LE(4);
}
