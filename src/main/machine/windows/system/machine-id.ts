import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Registry } from '../../registry/registry.ts';
import { textOf } from '../../registry/value-of.ts';

const cryptography = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';

/**
 * Stays the same for one installation of Windows, so that a run is not resumed on another computer. Hashed, because
 * other programs identify the person's computer by the number it is made from.
 */
export function machineId(registry: Registry): string {
  const key = registry.readKey(cryptography);
  const number = (key.found ? textOf(key.value, 'MachineGuid') : null) ?? hostname();
  return `windows-${createHash('sha256').update(number).digest('hex').slice(0, 16)}`;
}
