import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../shared/domain/inventory/security-products.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import { resolveImagePath } from '../../registry/resolve-image-path.ts';

/** One row of a report: a record of whatever type its tool gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Null for what is missing or says nothing. */
export function textIn(row: Row, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return null;
}

/** What a report says of an entry of programs. It seldom tells the key, which is put together from what it tells. */
export interface ReportedProgram {
  readonly name: string;
  readonly keyName: string | null;
  readonly scope: Program['scope'];
  readonly userSid?: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly location?: string | null;
  readonly uninstall?: string | null;
  readonly hidden?: boolean;
}

export function programOf(said: ReportedProgram): Program {
  const keyName = said.keyName ?? said.name;
  const userSid = said.userSid ?? null;
  return {
    key: `${uninstallKey(said.scope, userSid)}\\${keyName}`,
    keyName,
    scope: said.scope,
    userSid,
    displayName: said.name,
    displayVersion: said.version,
    publisher: said.publisher,
    installLocation: said.location ?? null,
    installDate: null,
    uninstallString: said.uninstall ?? null,
    quietUninstallString: null,
    windowsInstaller: /^"?(?:.*\\)?msiexec/i.test(said.uninstall ?? ''),
    systemComponent: said.hidden ?? false,
  };
}

function uninstallKey(scope: Program['scope'], userSid: string | null): string {
  const place = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
  if (scope === 'user') return `HKEY_USERS\\${userSid ?? ''}\\SOFTWARE\\${place}`;
  const software = scope === 'machine32' ? 'SOFTWARE\\WOW6432Node' : 'SOFTWARE';
  return `HKEY_LOCAL_MACHINE\\${software}\\${place}`;
}

export interface ReportedService {
  readonly name: string;
  readonly displayName?: string | null;
  readonly kind: Service['kind'];
  readonly state: Service['state'];
  readonly start: Service['start'];
  /** As it stands in the registry, or the path of the file. */
  readonly imagePath: string | null;
  readonly imageExists?: boolean | null;
  readonly account?: string | null;
}

export function serviceOf(said: ReportedService): Service {
  return {
    name: said.name,
    displayName: said.displayName ?? null,
    kind: said.kind,
    state: said.state,
    start: said.start,
    imagePath: said.imagePath,
    imageFile: resolveImagePath({ ...said, isDriver: said.kind !== 'service', variables: none }),
    imageExists: said.imageExists ?? null,
    markedForDeletion: null,
    account: said.account ?? null,
    processId: null,
  };
}

/** A report does not tell the environment of its machine. */
const none = new Map<string, string>();

export interface ReportedFile {
  readonly path: string;
  readonly exists?: boolean;
  readonly company: string | null;
  /** Whose signature the tool found valid; null where it found none, left out where it did not look. */
  readonly signer?: string | null;
}

export function fileOf({ path, exists = true, company, signer }: ReportedFile): FileFact {
  return {
    path,
    exists,
    size: null,
    companyName: company,
    productName: null,
    fileVersion: null,
    signature:
      signer === undefined
        ? null
        : {
            status: signer === null ? 'unsigned' : 'valid',
            subject: signer,
            organization: signer,
            issuer: null,
            code: 0,
          },
  };
}

export interface ReportedProtection {
  readonly provider: SecurityProduct['provider'];
  readonly name: string;
  readonly state: SecurityProduct['state'];
  readonly upToDate: boolean | null;
  readonly guid?: string | null;
  readonly reportingPath?: string | null;
}

export function protectionOf(said: ReportedProtection): SecurityProduct {
  return {
    provider: said.provider,
    name: said.name,
    state: said.state,
    signatures: signatureAges[`${said.upToDate}`],
    reportingPath: said.reportingPath ?? null,
    guid: said.guid ?? null,
    timestamp: null,
  };
}

const signatureAges = { true: 'upToDate', false: 'outOfDate', null: 'unknown' } as const;
