import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { BrowserExtension } from '../../../../shared/domain/inventory/browser-extensions.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { userHives } from './reader/user-hives.ts';
import { textOf } from '../../registry/value-of.ts';

interface Browser {
  readonly browser: BrowserExtension['browser'];
  /** Below `Software` and `Software\Policies`. */
  readonly key: string;
}

/** Where Chromium browsers look. Google: "Alternative extension distribution options", "Native messaging". */
const browsers: readonly Browser[] = [
  { browser: 'chrome', key: 'Google\\Chrome' },
  { browser: 'edge', key: 'Microsoft\\Edge' },
];

interface Root {
  readonly path: string;
  readonly userSid: string | null;
}

type Finder = (reader: SectionReader, root: Root, ids: readonly string[]) => BrowserExtension[];

/**
 * Traces of the extensions of the scope in the registry: installed from outside, forced by a policy, or served
 * by a program. What browsers keep in their own profiles is not in the registry.
 */
export function collectBrowserExtensions(
  registry: Registry,
  scope: Scope,
): Inventory['browserExtensions'] {
  const reader = new SectionReader(registry);
  const ids = scope.extensionIds.map((id) => id.toLowerCase());
  const users = userHives(reader).map((sid) => ({ path: `HKU\\${sid}\\Software`, userSid: sid }));
  const roots: Root[] = [{ path: 'HKLM\\SOFTWARE', userSid: null }, ...users];
  return reader.section(
    roots.flatMap((root) => finders.flatMap((find) => find(reader, root, ids))),
  );
}

const finders: readonly Finder[] = [findInstalled, findForced, findHosts];

function findInstalled(
  reader: SectionReader,
  root: Root,
  ids: readonly string[],
): BrowserExtension[] {
  return keysOf(reader, root, 'Extensions').flatMap(({ key, browser }) => {
    if (!ids.includes(key.name.toLowerCase())) return [];
    const version = textOf(key, 'version');
    return [extension(root, { browser, id: key.name, version, origin: 'registry', at: key.path })];
  });
}

/** The data of a forced extension are its id, then a semicolon and the address of its updates. */
function findForced(reader: SectionReader, root: Root, ids: readonly string[]): BrowserExtension[] {
  return browsers.flatMap(({ browser, key }) => {
    const list = reader.key(`${root.path}\\Policies\\${key}\\ExtensionInstallForcelist`);
    if (list === null) return [];
    return [...list.values.values()].flatMap(({ name }) => {
      const id = textOf(list, name)?.split(';', 1)[0]?.trim() ?? '';
      if (!ids.includes(id.toLowerCase())) return [];
      const at = `${list.path}\\${name}`;
      return [extension(root, { browser, id, version: null, origin: 'policy', at })];
    });
  });
}

function findHosts(reader: SectionReader, root: Root, ids: readonly string[]): BrowserExtension[] {
  return keysOf(reader, root, 'NativeMessagingHosts').flatMap(({ key, browser }) => {
    const id = ids.find((each) => key.name.toLowerCase().includes(each));
    if (id === undefined) return [];
    const at = key.path;
    return [extension(root, { browser, id, version: null, origin: 'nativeMessagingHost', at })];
  });
}

interface BrowserKey {
  readonly browser: BrowserExtension['browser'];
  readonly key: RegistryKey;
}

/** Subkeys of a key of each browser, in both views. */
function keysOf(reader: SectionReader, root: Root, name: string): BrowserKey[] {
  return [root.path, `${root.path}\\WOW6432Node`].flatMap((view) =>
    browsers.flatMap(({ browser, key }) =>
      reader.children(`${view}\\${key}\\${name}`).map((child) => ({ browser, key: child })),
    ),
  );
}

interface Trace extends Pick<BrowserExtension, 'browser' | 'id' | 'version' | 'origin'> {
  readonly at: string;
}

function extension({ userSid }: Root, { at, ...trace }: Trace): BrowserExtension {
  return { ...trace, name: null, location: at, userSid };
}
