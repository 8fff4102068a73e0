import type { LabMachine } from './lab-machine.ts';

/** An antivirus as the Security Center lists it: on, and with new definitions. */
interface AntivirusRow {
  readonly name: string;
  readonly path: string;
  readonly guid: string;
}

/** The neighbour that protects the machine when Kaspersky is gone. */
export const innocentAntivirus: AntivirusRow = {
  name: 'Innocent Antivirus',
  path: 'C:\\Program Files\\Innocent Antivirus\\InnocentAv.exe',
  guid: '{1D7A1E5B-6C2F-4D53-9E0B-8A1F00000001}',
};

export const timestamp = 'Mon, 23 Nov 2026 10:00:00 GMT';

/** Puts antivirus products into the Security Center, which answers for itself and through WMI. */
export async function protect(machine: LabMachine, rows: readonly AntivirusRow[]): Promise<void> {
  await machine.install('wmi');
  const lab = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab';
  const management = `${lab}\\Wmi\\ROOT/SecurityCenter2`;
  const empty = ['AntiVirusProduct', 'AntiSpywareProduct', 'FirewallProduct'].map(
    (name) => `[${management}\\${name}]`,
  );
  const keys = rows.flatMap((row, index) => [
    keyOf(`${lab}\\SecurityCenter\\${index + 1}`, centerValues(row)),
    keyOf(`${management}\\AntiVirusProduct\\${index + 1}`, managementValues(row)),
  ]);
  await machine.importReg(
    ['Windows Registry Editor Version 5.00', ...empty, ...keys, ''].join('\n\n'),
  );
}

type Values = Readonly<Record<string, string | number>>;

function centerValues({ name, path, guid }: AntivirusRow): Values {
  const [antivirus, on, upToDate] = [4, 0, 1];
  return {
    Name: name,
    Provider: antivirus,
    State: on,
    Signature: upToDate,
    Path: path,
    Timestamp: timestamp,
    Guid: guid,
  };
}

/** Bits of `productState`: an antivirus (0x40000) that is on (0x1000) with new definitions (0). */
function managementValues({ name, path, guid }: AntivirusRow): Values {
  return {
    displayName: name,
    productState: 0x41000,
    instanceGuid: guid,
    pathToSignedProductExe: path,
    pathToSignedReportingExe: path,
    timestamp,
  };
}

function keyOf(key: string, values: Values): string {
  const lines = Object.entries(values).map(([name, value]) =>
    typeof value === 'number'
      ? `"${name}"=dword:${value.toString(16)}`
      : `"${name}"="${value.replaceAll('\\', '\\\\')}"`,
  );
  return [`[${key}]`, ...lines].join('\n');
}
