import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Name, version and entry file of the app that is to run. */
export interface AppManifest {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly main: string;
}

/**
 * Finds the app behind the path on the command line: a folder with a `package.json`, or a main file inside one.
 *
 * @throws when the path does not exist.
 */
export function findApp(path: string): AppManifest {
  const target = resolve(path);
  const isFolder = statSync(target).isDirectory();
  const folder = isFolder ? target : folderOf(target);
  const manifest = readManifest(folder);
  return {
    name: text(manifest['productName']) ?? text(manifest['name']) ?? 'Electron',
    version: text(manifest['version']) ?? '0.0.0',
    folder,
    main: isFolder ? join(folder, text(manifest['main']) ?? 'index.js') : target,
  };
}

function folderOf(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) {
    folder = dirname(folder);
  }
  return folder;
}

function readManifest(folder: string): Readonly<Record<string, unknown>> {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
