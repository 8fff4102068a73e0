import { XMLParser } from 'fast-xml-parser';
import type { Program } from '../../../../shared/domain/inventory/programs.ts';
import type { SecurityProduct } from '../../../../shared/domain/inventory/security-products.ts';
import type { MachineFacts } from '../../../../shared/domain/inventory.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import type { MachineReport } from './machine-report.ts';
import { programOf, protectionOf, textIn, type Row } from './report-items.ts';

const parser = new XMLParser({ parseTagValue: false, htmlEntities: true, ignorePiTags: true });

/**
 * What the agents of GLPI, FusionInventory and OCS Inventory send to their servers: the same document with the same
 * names, as XML (`REQUEST/CONTENT/SOFTWARES`) or, from GLPI, as JSON in small letters. GLPI, "inventory_format";
 * FusionInventory, "XML specification"; OCS Inventory, "Technical informations".
 *
 * @returns null for a document of another kind.
 */
export function assetReport(document: unknown): MachineReport | null {
  const whole = lowerCased(document);
  const request = partOf(whole, 'request') ?? (isRow(whole) ? whole : {});
  const content = partOf(request, 'content');
  const softwares = rowsOf(content, 'softwares');
  if (content === null || softwares === null) return null;
  const products = [
    ...(rowsOf(content, 'antivirus') ?? []).flatMap(antivirusOf),
    ...(rowsOf(content, 'securitycenter') ?? []).flatMap(securityCenterOf),
  ];
  return {
    tool: toolOf(request, content),
    machine: factsOf(request, content),
    sections: {
      // Each Windows has some; an agent that sends none could not read them.
      ...(softwares.length > 0 && { programs: readSection(softwares.flatMap(programsOf)) }),
      ...(products.length > 0 && { securityProducts: readSection(products) }),
    },
  };
}

/** XML of such an agent as the same object that its JSON is; null for other XML. */
export function assetXml(text: string): unknown {
  // None of them writes a document type, which could define entities that grow.
  if (/<!DOCTYPE/i.test(text)) return null;
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}

function toolOf(request: Row, content: Row): string {
  const client = textIn(request, 'versionclient') ?? textIn(content, 'versionclient');
  if (client !== null) return client.replaceAll('_', ' ');
  return 'itemtype' in request || 'action' in request ? 'GLPI Agent' : 'OCS Inventory';
}

function factsOf(request: Row, content: Row): Partial<MachineFacts> {
  const hardware = partOf(content, 'hardware') ?? {};
  const system = partOf(content, 'operatingsystem') ?? {};
  const osName = textIn(system, 'full_name', 'name') ?? textIn(hardware, 'osname');
  return {
    computerName:
      textIn(hardware, 'name') ??
      textIn(request, 'deviceid')?.replace(/-\d{4}(?:-\d\d){5}$/, '') ??
      null,
    osName,
    osVersion: textIn(system, 'version') ?? textIn(hardware, 'osversion'),
    osBuild: textIn(system, 'kernel_version'),
    ...(osName !== null && { edition: /server/i.test(osName) ? 'server' : 'client' }),
  };
}

/** Apps from the Store are listed among the programs; they have no entry of programs. */
function programsOf(row: Row): Program[] {
  const name = textIn(row, 'name');
  if (name === null || textIn(row, 'from') === 'uwp') return [];
  const userSid = textIn(row, 'userid');
  const is32 = /^(?:i[3-6]86|32)$/i.test(textIn(row, 'arch', 'bitswidth') ?? '');
  return [
    programOf({
      name,
      keyName: textIn(row, 'guid'),
      scope: userSid === null ? (is32 ? 'machine32' : 'machine64') : 'user',
      userSid,
      version: textIn(row, 'version'),
      publisher: textIn(row, 'publisher'),
      location: textIn(row, 'folder'),
      uninstall: textIn(row, 'uninstall_string'),
    }),
  ];
}

function antivirusOf(row: Row): SecurityProduct[] {
  const name = textIn(row, 'name');
  if (name === null) return [];
  const guid = textIn(row, 'guid');
  return [
    protectionOf({
      provider: 'antivirus',
      name,
      state: stateOf(row),
      upToDate: truth(textIn(row, 'uptodate')),
      guid,
    }),
  ];
}

/** The plug-in of OCS Inventory for the Security Center. */
function securityCenterOf(row: Row): SecurityProduct[] {
  const category = textIn(row, 'category')?.toLowerCase() ?? '';
  const name = textIn(row, 'product');
  if (name === null || !isProvider(category)) return [];
  const upToDate = truth(textIn(row, 'uptodate'));
  return [protectionOf({ provider: category, name, state: stateOf(row), upToDate })];
}

function isProvider(text: string): text is SecurityProduct['provider'] {
  return text === 'antivirus' || text === 'antispyware' || text === 'firewall';
}

function stateOf(row: Row): SecurityProduct['state'] {
  const enabled = truth(textIn(row, 'enabled'));
  if (enabled === null) return 'unknown';
  return enabled ? 'on' : 'off';
}

function truth(text: string | null): boolean | null {
  if (text === null) return null;
  return /^(?:1|true|yes)$/i.test(text);
}

/** As deep as the names go that are looked at here: a document may be nested deeper than a call can. */
function lowerCased(value: unknown, levels = 5): unknown {
  if (levels === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => lowerCased(part, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name.toLowerCase(), lowerCased(part, levels - 1)]),
  );
}

function partOf(whole: unknown, name: string): Row | null {
  if (!isRow(whole)) return null;
  const part = whole[name];
  return isRow(part) ? part : null;
}

/** XML makes no list of what is there once; null where there is nothing of that name. */
function rowsOf(whole: Row | null, name: string): readonly Row[] | null {
  const part = whole?.[name];
  if (part === undefined || part === null) return null;
  return [part].flat().filter(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
