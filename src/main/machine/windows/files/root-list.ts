import type { Registry } from '../../registry/registry.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';

/** Where Windows keeps the signed list of the roots that it may fetch. Microsoft: Windows Server docs, "Certificate trust". */
const list = {
  key: 'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\AuthRoot\\AutoUpdate',
  value: 'encodedctl',
} as const;

/**
 * Whether Windows might trust a root, named by its SHA-1, that it does not have: one on the list, or any as long as there is no
 * list yet. The list names them by SHA-1.
 */
export function mayBeFetched(
  root: Buffer | null,
  registry: Pick<Registry, 'readKey'> = new WindowsRegistry(),
): boolean {
  const key = registry.readKey(list.key);
  const data = key.found ? key.value.values.get(list.value)?.data : undefined;
  if (root === null || !(data instanceof Uint8Array)) return true;
  return Buffer.from(data).includes(root);
}
