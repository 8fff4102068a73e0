import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import type { Process } from '../../../../shared/domain/inventory/processes.ts';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../shared/domain/inventory/security-products.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import { shortened, type MachineReport } from './machine-report.ts';
import { fileOf, programOf, protectionOf, serviceOf } from './report-items.ts';

const tool = 'FRST';

/**
 * What Farbar Recovery Scan Tool wrote, as people hand it in for help: `FRST.txt` with processes, services and drivers
 * (without those on its list of the harmless), or `Addition.txt` with the Security Center and the programs. Headings stay
 * English in every language of the tool. BleepingComputer, "FRST Tutorial".
 *
 * @returns null for other text.
 */
export function frstReport(text: string): MachineReport | null {
  if (!/Farbar Recovery Scan Tool/.test(text.slice(0, 1000))) return null;
  const parts = partsOf(text);
  const lines = (heading: string) => parts.get(heading);
  const services = [
    ...(lines('Services') ?? []).flatMap((line) => serviceIn(line, 'service')),
    ...(lines('Drivers') ?? []).flatMap((line) => serviceIn(line, 'kernelDriver')),
  ];
  const processes = lines('Processes')?.flatMap(processIn);
  const products = lines('Security Center')?.flatMap(protectionIn);
  const programs = lines('Installed Programs')?.flatMap(programIn);
  return {
    tool,
    machine: factsIn(text),
    sections: {
      ...(parts.has('Services') && {
        services: readSection(
          services.map(({ service }) => service),
          [shortened('services', tool)],
        ),
        files: readSection(
          services.flatMap(({ file }) => file),
          [shortened('files', tool)],
        ),
      }),
      ...(processes && { processes: readSection(processes, [shortened('processes', tool)]) }),
      // Without one line the service of the Security Center did not answer.
      ...(products && products.length > 0 && { securityProducts: readSection(products) }),
      ...(programs && programs.length > 0 && { programs: readSection(programs) }),
    },
  };
}

/** The lines below each heading such as `==================== Services (Whitelisted) ===`. */
function partsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const heading = /^={10,} ?([A-Z][^=]*?) ?=+/.exec(line)?.[1];
    if (heading === undefined) lines.push(line);
    else parts.set(heading.replace(/ ?\(.*|:$/, ''), (lines = []));
  }
  return parts;
}

function factsIn(text: string): Partial<MachineFacts> {
  const head = text.slice(0, 4000);
  const system =
    /^(?:Platform: )?(Microsoft Windows .*?)(?: Version (\S+))? (\d+\.\d+) \(X(64|86)\)/m;
  const [, osName = null, osVersion = null, osBuild = null, bits] = system.exec(head) ?? [];
  return {
    computerName: /^Ran by .*? on (\S+)/m.exec(head)?.[1] ?? null,
    osName,
    osVersion,
    osBuild,
    ...(osName !== null && { edition: /server/i.test(osName) ? 'server' : 'client' }),
    ...(bits !== undefined && { architecture: bits === '64' ? 'x64' : 'x86' }),
    ...(/^Boot Mode: Normal/m.test(head) && { safeMode: 'no' }),
  };
}

const states: Readonly<Record<string, Service['state']>> = { R: 'running', S: 'stopped' };
const starts: readonly Service['start'][] = ['boot', 'system', 'auto', 'demand', 'disabled'];

interface ServiceLine {
  readonly service: Service;
  readonly file: FileFact[];
}

/** `R2 AVP21.3; C:\…\avp.exe [664 2021-04-19] (signer -> company)`; `[X]` where there is no such file. */
function serviceIn(line: string, kind: Service['kind']): ServiceLine[] {
  const [, letter = '', digit = '', name = '', rest = ''] =
    /^([RSU])(\d) ([^;]+); (.*)$/.exec(line) ?? [];
  if (name === '') return [];
  const open = rest.indexOf(' [');
  const exists = open === -1 ? null : !rest.startsWith('X]', open + 2);
  const service = serviceOf({
    name: name.trim(),
    kind,
    state: states[letter] ?? 'unknown',
    start: starts[Number(digit)] ?? 'unknown',
    imagePath: open === -1 ? null : rest.slice(0, open),
    imageExists: exists,
  });
  const { imageFile } = service;
  const isFile = exists === true && imageFile !== null;
  return [{ service, file: isFile ? [fileOf({ path: imageFile, ...makerIn(rest) })] : [] }];
}

/** `(signer -> company)`, or `(company) [File not signed]`. */
function makerIn(text: string): {
  readonly company: string | null;
  readonly signer: string | null;
} {
  const [, signer = '', company = ''] = /\(([^()]*?) -> ([^()]*)\)/.exec(text) ?? [];
  const alone = /\] \(([^()]*)\) \[File not signed\]/.exec(text)?.[1];
  const isSigned = signer !== '' && !text.includes('[File not signed]');
  return { company: alone ?? (company === '' ? null : company), signer: isSigned ? signer : null };
}

/** `(signer -> company) C:\…\avp.exe`, before that maybe the program that started it. */
function processIn(line: string): Process[] {
  const start = line.search(/\) [A-Za-z]:\\/) + 2;
  const end = line.lastIndexOf('.exe') + 4;
  if (start < 2 || end <= start) return [];
  const path = line.slice(start, end);
  return [{ pid: 0, parentPid: 0, name: path.slice(path.lastIndexOf('\\') + 1), path }];
}

const providers: Readonly<Record<string, SecurityProduct['provider']>> = {
  AV: 'antivirus',
  AS: 'antispyware',
  FW: 'firewall',
};

const signatureAges: Readonly<Record<string, boolean>> = {
  'Up to date': true,
  'Out of date': false,
};

/** `AV: Kaspersky (Enabled - Up to date) {4F76F112-…}` */
function protectionIn(line: string): SecurityProduct[] {
  const provider = providers[line.slice(0, 2)];
  const open = line.lastIndexOf(' (');
  const said = line.slice(open + 2);
  const isEnabled = said.startsWith('Enabled');
  if (provider === undefined || !line.startsWith(': ', 2) || open < 4) return [];
  if (!isEnabled && !said.startsWith('Disabled')) return [];
  return [
    protectionOf({
      provider,
      name: line.slice(4, open),
      state: isEnabled ? 'on' : 'off',
      upToDate: signatureAges[/ - ([^)]*)/.exec(said)?.[1] ?? ''] ?? null,
      guid: /\{[0-9A-F-]{36}\}/i.exec(said)?.[0] ?? null,
    }),
  ];
}

/** `Name (HKLM-x32\...\{code}) (Version: 21.3.10.391 - Kaspersky) Hidden`; each part may hold brackets itself. */
function programIn(line: string): Program[] {
  const version = line.lastIndexOf(') (Version: ');
  const root = Math.max(line.lastIndexOf(' (HKLM', version), line.lastIndexOf(' (HKU\\', version));
  const end = line.lastIndexOf(')');
  if (version === -1 || root === -1 || end <= version) return [];
  const place = line.slice(root + 2, version);
  const [said = '', ...publisher] = line.slice(version + 12, end).split(' - ');
  const userSid = /^HKU\\(S-[\d-]+)\\/.exec(place)?.[1] ?? null;
  const ofMachine = place.startsWith('HKLM-x32') ? 'machine32' : 'machine64';
  return [
    programOf({
      name: line.slice(0, root),
      keyName: place.slice(place.lastIndexOf('\\') + 1),
      scope: userSid === null ? ofMachine : 'user',
      userSid,
      version: textOr(said),
      publisher: textOr(publisher.join(' - ')),
      hidden: line.endsWith(' Hidden'),
    }),
  ];
}

function textOr(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
