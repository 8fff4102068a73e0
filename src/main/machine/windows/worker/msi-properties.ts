import { encodeHexPassword } from '../../../../shared/windows/hex-password.ts';
import type { UninstallMsiRequest } from '../worker-client/protocol.ts';

/**
 * Without it, a silent removal restarts the computer by itself when the package asks for it
 * (Microsoft: "REBOOT property"). Cutover decides about restarts.
 */
const always = { REBOOT: 'ReallySuppress' };

/** All properties of a removal by name, secrets in the form the product wants. */
export function propertiesOf(
  request: Pick<UninstallMsiRequest, 'properties' | 'secretProperties'>,
): Readonly<Record<string, string>> {
  const secrets = request.secretProperties.map(({ name, value, encoding }) => [
    name,
    encoding === 'utf16leHex' ? encodeHexPassword(value) : value,
  ]);
  return { ...always, ...request.properties, ...Object.fromEntries(secrets) };
}

/**
 * The text that `MsiConfigureProductEx` takes: `NAME="value"` with blanks between, a quotation mark in a value
 * doubled. It is handed over inside the process and never becomes the command line of one.
 * Source: Microsoft, win32 docs, "Command-Line Options" (setting properties).
 */
export function formatProperties(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}="${value.replaceAll('"', '""')}"`)
    .join(' ');
}
