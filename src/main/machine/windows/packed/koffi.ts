import { realpathSync } from 'node:fs';
import { getAssetKeys, getRawAsset } from 'node:sea';
import { libraryPlaces, placeLibrary } from './place-library.ts';

/**
 * Takes the place of the package `koffi` in the console program, which is one file: Windows loads libraries from a disk only,
 * so the native part is put there first.
 */
function load(): unknown {
  const name = getAssetKeys().find((key) => key.startsWith('koffi-')) ?? 'koffi';
  const library = new Uint8Array(getRawAsset(name));
  const module = { exports: {} };
  process.dlopen(module, placeLibrary(name, library, libraryPlaces(windowsFolder())));
  return module.exports;
}

/**
 * `C:\Windows`, by the name that the kernel has for it: a variable could be set by anybody for a person. Wine does not know
 * that name. Source: Microsoft, "Naming Files, Paths, and Namespaces"; the link `\SystemRoot` is made by the kernel.
 */
function windowsFolder(): string {
  try {
    return realpathSync.native(String.raw`\\?\GLOBALROOT\SystemRoot`);
  } catch {
    return process.env['SystemRoot'] ?? String.raw`C:\Windows`;
  }
}

export default load();
