import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { AmsiProvider } from '../../../../shared/domain/inventory/amsi-providers.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { textOf } from '../../registry/value-of.ts';

/** Microsoft: win32 docs, "Developer audience, and sample code" of the Antimalware Scan Interface. */
const providers = 'HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers';
const classes = 'HKLM\\SOFTWARE\\Classes\\CLSID';
/** The view of 32-bit programs. Microsoft: win32 docs, "Registry Keys Affected by WOW64". */
const classes32 = 'HKLM\\SOFTWARE\\Classes\\WOW6432Node\\CLSID';

/**
 * The providers that Windows would ask to scan a text in a 64-bit program. Registration alone proves nothing; whether
 * the library is there is for the caller to find out where it can.
 */
export function collectAmsiProviders(
  registry: Registry,
  variables: Variables,
): Inventory['amsiProviders'] {
  const reader = new SectionReader(registry);
  const found = reader
    .children(providers)
    .filter(({ name }) => /^\{[0-9A-F-]+\}$/i.test(name))
    .map((key) => providerOf(key, reader, variables));
  return reader.section(found);
}

function providerOf(key: RegistryKey, reader: SectionReader, variables: Variables): AmsiProvider {
  const registered = reader.key(`${classes}\\${key.name}`);
  const library = libraryOf(`${classes}\\${key.name}`, reader);
  const path32 = libraryOf(`${classes32}\\${key.name}`, reader);
  return {
    clsid: key.name,
    name: textOf(key, '') ?? (registered === null ? null : textOf(registered, '')),
    library: library === null ? null : expandVariables(library, variables),
    libraryExists: null,
    // Its variables mean other places in a 32-bit program, and stay in it.
    library32: path32 === null ? null : { path: path32, exists: null },
  };
}

function libraryOf(classKey: string, reader: SectionReader): string | null {
  const server = reader.key(`${classKey}\\InprocServer32`);
  return server === null ? null : (textOf(server, '')?.replaceAll('"', '') ?? null);
}
