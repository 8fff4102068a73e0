import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import configuration from '../../../build/electron-builder.config.ts';

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (config: object, log: object) => Promise<void>;
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

  it('ask Windows for administrator rights and make an installer, a portable program and an MSI', () => {
    const { win } = configuration;
    const targets = [win?.target]
      .flat()
      .map((each) => (typeof each === 'object' ? each?.target : each));
    expect({ level: win?.requestedExecutionLevel, targets }).toEqual({
      level: 'requireAdministrator',
      targets: ['nsis', 'portable', 'msi'],
    });
  });

  it('close every way to run other code with the rights of the program', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: true,
      grantFileProtocolExtraPrivileges: false,
    });
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
