import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where Electron's executable keeps its fuses: this text, their version, their number, and one digit for each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = Buffer.concat([
  Buffer.from(fuseSentinel),
  Buffer.from([1, 9]),
  Buffer.from('011010010'),
]);

const modules = join(import.meta.dirname, '../../../node_modules');

/** Some of those that Electron has. */
const languages = ['de', 'en-GB', 'en-US', 'es', 'fr', 'pl', 'pt-BR', 'ru'];

/**
 * Makes a folder that electron-builder takes for an unpacked Electron: an executable with fuses and nothing
 * else. Its Windows executable has to be a real one, because the version and the manifest are written into it.
 */
export function standInDistribution(platform: 'linux' | 'win32', folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const language of languages) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'version'), electronVersion());
  writeFileSync(join(folder, 'LICENSE'), 'Electron');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Chromium');
  if (platform === 'linux') {
    writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\n'), fuses]));
    chmodSync(join(folder, 'electron'), 0o755);
    return;
  }
  const program = join(folder, 'electron.exe');
  copyFileSync(join(modules, 'electron-winstaller', 'vendor', 'Setup.exe'), program);
  writeFileSync(program, Buffer.concat([readFileSync(program), fuses]));
}

export function electronVersion(): string {
  return (createRequire(import.meta.url)('electron/package.json') as { version: string }).version;
}
