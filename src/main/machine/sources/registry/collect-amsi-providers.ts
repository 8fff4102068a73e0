import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { AmsiProvider } from '../../../../shared/domain/inventory/amsi-providers.ts';
import { expandVariables, type Variables } from '../../registry/expand-variables.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { textOf } from '../../registry/value-of.ts';

/** Microsoft: win32 docs, "Developer audience, and sample code" of the Antimalware Scan Interface. */
const providers = 'HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers';
const classes = 'HKLM\\SOFTWARE\\Classes\\CLSID';

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
  const server = reader.key(`${classes}\\${key.name}\\InprocServer32`);
  const library = server === null ? null : textOf(server, '');
  return {
    clsid: key.name,
    name: textOf(key, '') ?? (registered === null ? null : textOf(registered, '')),
    library: library === null ? null : expandVariables(library.replaceAll('"', ''), variables),
    libraryExists: null,
  };
}
