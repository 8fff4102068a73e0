import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';
import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../shared/domain/inventory/security-products.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import { normaliseProductCode } from '../../../../shared/windows/product-code.ts';
import { shortened, type MachineReport } from './machine-report.ts';
import { fileOf, programOf, protectionOf, serviceOf, textIn, type Row } from './report-items.ts';

const tool = 'osquery';

/** The tables that tell something here, and a column that no other table has together with the second. */
const tableMarks = {
  programs: ['install_source', 'uninstall_string'],
  services: ['service_type', 'start_type'],
  drivers: ['device_id', 'service_key'],
  certificates: ['sha1', 'store_location'],
  windows_security_products: ['remediation_path', 'signatures_up_to_date'],
  processes: ['pid', 'cmdline'],
  system_info: ['computer_name', 'hardware_model'],
  os_version: ['build', 'platform_like'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

type TableName = keyof typeof tableMarks;
const tableNames = Object.keys(tableMarks) as readonly TableName[];
type Tables = Partial<Record<TableName, readonly Row[]>>;

/**
 * What osquery tells: the rows of one table, an object with several tables by their names, or the log of the daemon, in
 * which each line names the machine. An empty table says nothing: every Windows has programs, services and roots.
 * osquery, "Schema" (tables of Windows) and "Logging".
 *
 * @returns null for a document of another kind.
 */
export function osqueryReports(document: unknown): readonly MachineReport[] | null {
  const byMachine = new Map<string, Tables>();
  for (const { host, table, rows } of results(document)) {
    const tables = byMachine.get(host) ?? {};
    byMachine.set(host, { ...tables, [table]: [...(tables[table] ?? []), ...rows] });
  }
  if (byMachine.size === 0) return null;
  return [...byMachine].map(([host, tables]) => reportOf(host === '' ? null : host, tables));
}

interface QueryResult {
  /** Empty where the document does not say. */
  readonly host: string;
  readonly table: TableName;
  readonly rows: readonly Row[];
}

function results(document: unknown): readonly QueryResult[] {
  if (Array.isArray(document)) {
    const rows = document.filter(isRow);
    const logged = rows.filter(({ hostIdentifier }) => typeof hostIdentifier === 'string');
    return logged.length > 0 ? logged.flatMap(loggedResult) : resultOf('', rows);
  }
  if (!isRow(document)) return [];
  if (typeof document['hostIdentifier'] === 'string') return loggedResult(document);
  // Beside tables nothing stands in it.
  if (!Object.values(document).every((table) => Array.isArray(table))) return [];
  return tableNames.flatMap((name) => {
    const rows = document[name];
    return Array.isArray(rows) ? resultOf('', rows.filter(isRow), name) : [];
  });
}

/** One line of `osqueryd.results.log`. What was taken away since the last line is not there. */
function loggedResult(line: Row): readonly QueryResult[] {
  const host = textIn(line, 'hostIdentifier') ?? '';
  const { snapshot, columns, action } = line;
  if (Array.isArray(snapshot)) return resultOf(host, snapshot.filter(isRow));
  return isRow(columns) && action === 'added' ? resultOf(host, [columns]) : [];
}

function resultOf(host: string, rows: readonly Row[], name?: TableName): readonly QueryResult[] {
  const [first] = rows;
  if (first === undefined) return [];
  const table = name ?? tableNames.find((each) => tableMarks[each].every((mark) => mark in first));
  return table === undefined ? [] : [{ host, table, rows }];
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reportOf(host: string | null, tables: Tables): MachineReport {
  const { programs, services, drivers, certificates, processes } = tables;
  const products = tables.windows_security_products;
  return {
    tool,
    machine: factsOf(host, tables),
    sections: {
      ...(programs && { programs: readSection(programs.flatMap(programIn)) }),
      ...servicesIn(services, drivers),
      ...(certificates && { certificates: readSection(certificates.flatMap(certificateIn)) }),
      ...(processes && { processes: readSection(processes.map(processIn)) }),
      ...(products && { securityProducts: readSection(products.flatMap(protectionIn)) }),
    },
  };
}

function factsOf(host: string | null, tables: Tables): Partial<MachineFacts> {
  const [system = {}] = tables.system_info ?? [];
  const [version = {}] = tables.os_version ?? [];
  const osName = textIn(version, 'name');
  return {
    computerName: textIn(system, 'computer_name', 'hostname') ?? host,
    osName,
    osVersion: textIn(version, 'version'),
    osBuild: textIn(version, 'build'),
    ...(osName !== null && { edition: /server/i.test(osName) ? 'server' : 'client' }),
  };
}

/** The table does not tell in which part of the registry an entry stands. */
function programIn(row: Row): Program[] {
  const name = textIn(row, 'name');
  if (name === null) return [];
  return [
    programOf({
      name,
      keyName: normaliseProductCode(textIn(row, 'identifying_number') ?? ''),
      scope: 'machine64',
      version: textIn(row, 'version'),
      publisher: textIn(row, 'publisher'),
      location: textIn(row, 'install_location'),
      uninstall: textIn(row, 'uninstall_string'),
    }),
  ];
}

/** `drivers` has those of devices only, so that alone it tells little of services. */
function servicesIn(
  services: readonly Row[] | undefined,
  drivers: readonly Row[] | undefined,
): MachineReport['sections'] {
  const listed = (services ?? []).flatMap(serviceIn);
  const names = new Set(listed.map(({ name }) => name.toLowerCase()));
  const ofDevices = (drivers ?? []).flatMap(driverIn);
  const more = ofDevices.filter(({ name }) => !names.has(name.toLowerCase()));
  if (services === undefined && drivers === undefined) return {};
  const gaps = services === undefined ? [shortened('services', tool)] : [];
  return {
    services: readSection([...listed, ...more], gaps),
    ...(drivers && { files: readSection(drivers.flatMap(driverFile), [shortened('files', tool)]) }),
  };
}

const kinds: Readonly<Record<string, Service['kind']>> = {
  KERNEL_DRIVER: 'kernelDriver',
  FILE_SYSTEM_DRIVER: 'fileSystemDriver',
  OWN_PROCESS: 'service',
  SHARE_PROCESS: 'service',
  'OWN_PROCESS(Interactive)': 'service',
  'SHARE_PROCESS(Interactive)': 'service',
};
const states: Readonly<Record<string, Service['state']>> = {
  RUNNING: 'running',
  STOPPED: 'stopped',
  START_PENDING: 'startPending',
  STOP_PENDING: 'stopPending',
  PAUSED: 'paused',
};
const starts: Readonly<Record<string, Service['start']>> = {
  BOOT_START: 'boot',
  SYSTEM_START: 'system',
  AUTO_START: 'auto',
  DEMAND_START: 'demand',
  DISABLED: 'disabled',
};

function serviceIn(row: Row): Service[] {
  const name = textIn(row, 'name');
  if (name === null) return [];
  return [
    serviceOf({
      name,
      displayName: textIn(row, 'display_name'),
      kind: kinds[textIn(row, 'service_type') ?? ''] ?? 'other',
      state: states[textIn(row, 'status') ?? ''] ?? 'unknown',
      start: starts[textIn(row, 'start_type') ?? ''] ?? 'unknown',
      imagePath: textIn(row, 'path'),
      account: textIn(row, 'user_account'),
    }),
  ];
}

function driverIn(row: Row): Service[] {
  const name = textIn(row, 'service');
  if (name === null) return [];
  return [
    serviceOf({
      name,
      displayName: textIn(row, 'description', 'device_name'),
      kind: 'kernelDriver',
      state: 'unknown',
      start: 'unknown',
      imagePath: textIn(row, 'image'),
    }),
  ];
}

function driverFile(row: Row): FileFact[] {
  const path = textIn(row, 'image');
  return path === null ? [] : [fileOf({ path, company: textIn(row, 'provider', 'manufacturer') })];
}

/** The name of the store is in the language of that Windows; its identifier is not. */
function certificateIn(row: Row): Certificate[] {
  const thumbprint = textIn(row, 'sha1');
  const isRoot =
    /(?:^|\\)Root$/i.test(textIn(row, 'store_id') ?? '') ||
    textIn(row, 'store') === 'Trusted Root Certification Authorities';
  if (thumbprint === null || !isRoot) return [];
  const place = textIn(row, 'store_location');
  const ends = Number(textIn(row, 'not_valid_after') ?? Number.NaN);
  return [
    {
      store: `${place ?? 'LocalMachine'}\\Root`,
      userSid: place === 'LocalMachine' ? null : textIn(row, 'sid'),
      firefoxProfile: null,
      thumbprint: thumbprint.toUpperCase(),
      subject: textIn(row, 'subject', 'common_name') ?? '',
      issuer: textIn(row, 'issuer') ?? '',
      notAfter: isTime(ends) ? new Date(ends * 1000).toISOString() : null,
    },
  ];
}

/** Seconds since 1970 that a date can be made of. */
function isTime(seconds: number): boolean {
  return Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12;
}

function processIn(row: Row): Process {
  const path = textIn(row, 'path');
  return {
    pid: wholeIn(row, 'pid'),
    parentPid: wholeIn(row, 'parent'),
    name: textIn(row, 'name') ?? path?.replace(/^.*\\/, '') ?? '',
    path,
  };
}

function wholeIn(row: Row, name: string): number {
  const value = Number(textIn(row, name));
  return Number.isSafeInteger(value) ? value : 0;
}

const providers: Readonly<Record<string, SecurityProduct['provider']>> = {
  Antivirus: 'antivirus',
  Antispyware: 'antispyware',
  Firewall: 'firewall',
};
const protectionStates: Readonly<Record<string, SecurityProduct['state']>> = {
  On: 'on',
  Off: 'off',
  Snoozed: 'snoozed',
  Expired: 'expired',
};

function protectionIn(row: Row): SecurityProduct[] {
  const provider = providers[textIn(row, 'type') ?? ''];
  const name = textIn(row, 'name');
  if (provider === undefined || name === null) return [];
  const fresh = textIn(row, 'signatures_up_to_date');
  return [
    protectionOf({
      provider,
      name,
      state: protectionStates[textIn(row, 'state') ?? ''] ?? 'unknown',
      upToDate: fresh === null ? null : fresh === '1',
      reportingPath: textIn(row, 'remediation_path'),
    }),
  ];
}
