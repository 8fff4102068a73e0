import type { Process, Service, VendorFolder } from '../../../shared/inventory.ts';
import { productById } from '../../catalog/products.ts';
import { proveFile, type ProofBase } from '../prove.ts';
import { lineKeys } from './environment-keys.ts';
import {
  driverByName,
  isLookAlike,
  lineOfFolder,
  mentionsVendor,
  processByName,
  productOfExtraFolder,
  rowByFolder,
  rowByLine,
  serviceByName,
} from './matchers.ts';
import { sign, type Sign } from './sign.ts';
import { isInDriversFolder, productFolderOf, type ProductFolder } from './vendor-place.ts';

/** Signs that belong to a product or remain of one: services, drivers, processes, keys and folders. */
export function satelliteSigns(base: ProofBase): Sign[] {
  const { inventory } = base;
  const roots = new Set(base.environment.flatMap((key) => folderKey(key.productRoot)));
  const find = (path: string | null) => placeOf(path, roots);
  return [
    ...inventory.services.items.flatMap((service) => serviceSigns(service, base, find)),
    ...inventory.processes.items.flatMap((process) => processSigns(process, base, find)),
    ...lineSigns(base),
    ...inventory.vendorFolders.items.flatMap(folderSigns),
  ];
}

type Find = (path: string | null) => {
  readonly folder: ProductFolder | null;
  readonly own: boolean;
};

function folderKey(path: string | null): string[] {
  return path === null ? [] : [`${path.replace(/\\+$/, '').toLowerCase()}\\`];
}

/** `own`: below a folder of the vendor or below a root that the product itself registered. */
function placeOf(path: string | null, roots: ReadonlySet<string>): ReturnType<Find> {
  const folder = productFolderOf(path);
  if (folder !== null) return { folder, own: true };
  const lower = path?.toLowerCase() ?? '';
  return { folder: null, own: [...roots].some((root) => lower.startsWith(root)) };
}

function serviceSigns(service: Service, base: ProofBase, find: Find): Sign[] {
  if (service.kind === 'service' || service.kind === 'other')
    return win32Signs(service, base, find);
  return driverSigns(service, base, find);
}

function win32Signs(service: Service, base: ProofBase, find: Find): Sign[] {
  const known = serviceByName(service.name);
  const path = service.imageFile ?? service.imagePath;
  if (!known && !mentionsVendor(path)) return [];
  if (isLookAlike(service.name, path)) return [];
  const { folder, own } = find(service.imageFile);
  const owner = base.files.ownerOf(service.imageFile);
  if (owner === 'foreign') return [];
  if (path !== null && !own && owner !== 'vendor' && !mentionsFolder(path)) return [];
  if (!known && folder === null) return [];
  const named = known?.row.products[0] ?? null;
  const byFolder = folder && rowByFolder(folder.name);
  const line = known?.line ?? null;
  const productId = (line && rowByLine(line)?.row.id) ?? named ?? byFolder?.row.id ?? null;
  const proves = proveFile(service.imageFile, null, base).proven;
  return [
    sign({
      evidence: {
        kind: 'service',
        ref: service.name,
        says: `The service “${service.displayName ?? service.name}”${purposeOf(known?.row.purpose)} is registered${stateOf(service)}.`,
        strength: strengthOf(
          proves,
          known !== null && known.row.confidence !== 'U' && path !== null,
        ),
      },
      presence: service.state === 'running' ? 'installed' : 'remains',
      line,
      folder: folder?.key ?? null,
      productId,
      rank: 1,
      families: (known?.row.products ?? []).map((id) => productById(id).family),
      orphanOf: known || owner === 'vendor' ? (productId ?? 'kaspersky-other') : null,
      part: { list: 'services', value: service.name },
      proves,
    }),
  ];
}

/** An image path that could not be resolved to a file, but names a folder of the vendor. */
function mentionsFolder(path: string): boolean {
  return productFolderOf(path.replace(/^["\s]+/, '')) !== null;
}

function driverSigns(service: Service, base: ProofBase, find: Find): Sign[] {
  const known = driverByName(service.name);
  if (!known || isLookAlike(service.name, service.imageFile)) return [];
  const owner = base.files.ownerOf(service.imageFile);
  if (owner === 'foreign') return [];
  const { folder, own } = find(service.imageFile);
  const path = service.imageFile;
  if (path !== null && !own && owner !== 'vendor' && !isInDriversFolder(path)) return [];
  const proves = proveFile(path, null, base).proven;
  return [
    sign({
      ...driverTies(service.name),
      evidence: {
        kind: 'driver',
        ref: service.name,
        says: `The driver “${service.name}” (${known.purpose}) is registered${stateOf(service)}.`,
        strength: strengthOf(proves, true),
      },
      folder: folder?.key ?? null,
      part: { list: 'drivers', value: service.name },
      proves,
    }),
  ];
}

/** What the name of a driver ties it to. Shared with filters, which only know that name. */
export function driverTies(
  name: string,
): Pick<Sign, 'line' | 'productId' | 'rank' | 'families' | 'orphanOf'> {
  const known = driverByName(name);
  const byLine = known?.line ? rowByLine(known.line) : null;
  const productId = byLine?.row.id ?? known?.product ?? null;
  const encrypts = known?.row?.role === 'diskEncryption' || known?.row?.role === 'fileEncryption';
  const families =
    known?.row?.role === 'vpn'
      ? (['vpn'] as const)
      : encrypts || known?.product === 'kaspersky-endpoint-security'
        ? (['endpoint'] as const)
        : (['antivirus', 'endpoint', 'server', 'edr'] as const);
  return {
    line: known?.line ?? null,
    productId,
    rank: 1,
    families,
    orphanOf: productId ?? 'kaspersky-drivers',
  };
}

function processSigns(process: Process, base: ProofBase, find: Find): Sign[] {
  const known = processByName(process.name);
  if (!known && !mentionsVendor(process.path)) return [];
  if (isLookAlike(process.name, process.path)) return [];
  const owner = base.files.ownerOf(process.path);
  const { folder, own } = find(process.path);
  if (owner === 'foreign' || (!known && folder === null)) return [];
  const portable = known?.portable ?? false;
  if (process.path !== null && !own && !portable && owner !== 'vendor') return [];
  const byFolder = folder && rowByFolder(folder.name);
  const productId = byFolder?.row.id ?? known?.products[0] ?? null;
  return [
    sign({
      evidence: {
        kind: 'process',
        ref: String(process.pid),
        says: `The program ${process.name} is running.`,
        strength: process.path === null || !known || known.confidence === 'U' ? 'hint' : 'support',
      },
      presence: portable ? 'portable' : 'installed',
      folder: folder?.key ?? null,
      productId,
      rank: 1,
      families: portable ? [] : (known?.products ?? []).map((id) => productById(id).family),
      orphanOf: known && known.confidence !== 'U' ? productId : null,
      part: { list: 'processes', value: process.pid },
      proves: proveFile(process.path, null, base).proven,
    }),
  ];
}

/** Keys of a line without an environment: what a product leaves in the registry. */
function lineSigns({ inventory }: ProofBase): Sign[] {
  return lineKeys(inventory)
    .filter((line) => line.root !== 'HKLM' || !line.hasEnvironment)
    .map(({ root, line, key }) => {
      const productId = rowByLine(line)?.row.id ?? null;
      const whose = root === 'HKLM' ? '' : ' in the registry of a person';
      return sign({
        evidence: {
          kind: 'vendorKey',
          ref: key,
          says: `Kaspersky's registry key ${line} exists${whose}.`,
          strength: 'support',
        },
        line,
        productId,
        rank: 1,
        families: productId === null ? [] : [productById(productId).family],
        orphanOf: productId,
        part: { list: 'vendorKeys', value: key },
      });
    });
}

function folderSigns(folder: VendorFolder): Sign[] {
  const tool = productOfExtraFolder(folder.path);
  if (tool !== null) {
    return [
      folderSign({ path: folder.path, key: folder.path.toLowerCase(), name: '' }, tool, 'portable'),
    ];
  }
  return [...productFoldersIn(folder).values()].map((found) => folderSign(found, null, 'remains'));
}

/** The product folders that a listing shows: its own, or those directly below it. */
function productFoldersIn(folder: VendorFolder): Map<string, ProductFolder> {
  const own = productFolderOf(folder.path);
  if (own !== null) return new Map([[own.key, own]]);
  const children = new Set<string>();
  for (const { path, kind } of folder.entries) {
    const end = path.indexOf('\\', folder.path.length + 1);
    if (end >= 0) children.add(path.slice(0, end));
    else if (kind !== 'file') children.add(path);
  }
  const places = [...children].flatMap((path) => productFolderOf(path) ?? []);
  return new Map(places.map((place) => [place.key, place]));
}

function folderSign(folder: ProductFolder, tool: string | null, presence: Sign['presence']): Sign {
  const match = folder.name === '' ? null : rowByFolder(folder.name);
  const productId = tool ?? match?.row.id ?? null;
  return sign({
    evidence: {
      kind: 'folder',
      ref: folder.path,
      says: `The folder ${folder.path} exists.`,
      strength: tool !== null || match?.confirmed ? 'support' : 'hint',
    },
    presence,
    line: lineOfFolder(folder.name),
    folder: folder.key,
    productId,
    rank: 1,
    families: productId === null || tool !== null ? [] : [productById(productId).family],
    orphanOf: productId,
    part: { list: 'folders', value: folder.path },
  });
}

function strengthOf(proves: boolean, supports: boolean): 'proof' | 'support' | 'hint' {
  if (proves) return 'proof';
  return supports ? 'support' : 'hint';
}

function purposeOf(purpose: string | undefined): string {
  return purpose === undefined ? '' : ` (${purpose})`;
}

function stateOf(service: Service): string {
  if (service.imageExists === false) return ', but its file is gone';
  return service.state === 'running' ? ' and running' : '';
}
