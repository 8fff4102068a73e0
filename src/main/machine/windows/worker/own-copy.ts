import { message, type Message } from '../../../../shared/domain/message.ts';
import { packProductCode } from '../../registry/packed-guid.ts';
import type { Registry } from '../../registry/registry.ts';
import { currentUser } from '../system/elevation.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

/**
 * Why a product must not be removed by its code: this account has a copy of its own, which Windows Installer may take in
 * place of the machine's, with everything that any program of the person wrote about it. Asked directly before the removal,
 * because time has passed since the plan, and of the registry, because what is registered badly counts as well. Null when
 * there is none. Microsoft: win32 docs, "Installation Context".
 */
export function refuseOwnCopy(
  productCode: string,
  who: string | null = currentUser(),
  registry: Pick<Registry, 'readKey'> = new WindowsRegistry(),
): Message | null {
  // Nobody knows whose copies to ask for.
  if (who === null) return message('proof.personHasToo', { who: '?' });
  const key = `HKU\\${who}\\Software\\Microsoft\\Installer\\Products\\${packProductCode(productCode)}`;
  const found = registry.readKey(key);
  return found.found || found.gap !== null ? message('proof.personHasToo', { who }) : null;
}
