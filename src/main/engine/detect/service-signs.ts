import type { Family } from '../../../shared/domain/finding.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { DriverRow } from '../../catalog/drivers.ts';
import { productById } from '../../catalog/products/products.ts';
import type { ServiceRow } from '../../catalog/services.ts';
import { proveFile, type ProofBase } from './prove.ts';
import type { Look, Place } from './look.ts';
import {
  driverByName,
  isLookAlike,
  isTitle,
  mentionsVendor,
  rowByFolder,
  rowByLine,
  rowByName,
  rowByTitleFolder,
  serviceByName,
} from './vendor/matchers.ts';
import { ranks, sign, type Sign } from './sign.ts';
import { isInDriversFolder, isShortVendorPath, productFolderOf } from './vendor/vendor-place.ts';

/** Signs of services and drivers: a known name in a place that fits, or the vendor's file in a product's folder. */
export function serviceSigns(base: ProofBase, look: Look): Sign[] {
  return base.inventory.services.items.flatMap((service) => {
    const isWin32 = service.kind === 'service' || service.kind === 'other';
    return (isWin32 ? win32Sign(service, base, look) : driverSign(service, base, look)) ?? [];
  });
}

function win32Sign(service: Service, base: ProofBase, look: Look): Sign | null {
  const known = serviceByName(service.name);
  const path = service.imageFile ?? service.imagePath;
  if (!known && !mentionsVendor(path)) return null;
  const place = look(service.imageFile);
  if (isLookAlike(service.name, path) || !fits(path, known !== null, place)) return null;
  const proves = proveFile(service.imageFile, null, base).proven;
  const isSupported = known !== null && known.row.confidence !== 'U' && path !== null;
  const { productId, rank, families } = win32Product(service, known, place);
  return sign({
    evidence: {
      kind: 'service',
      ref: service.name,
      says: serviceSays(service, known?.row ?? null),
      strength: strengthOf(proves, isSupported),
    },
    presence: service.state === 'running' ? 'installed' : 'remains',
    line: known?.line ?? null,
    folder: place.folder?.key ?? null,
    productId,
    rank,
    families,
    orphanOf: productId ?? 'kaspersky-other',
    part: { list: 'services', value: service.name },
    proves,
  });
}

/** A path that could not be resolved to a file still fits when it names a folder of the vendor. */
function fits(path: string | null, isKnown: boolean, place: Place): boolean {
  if (place.owner === 'foreign') return false;
  if (!isKnown) return place.folder !== null;
  if (path === null || place.own || place.owner === 'vendor') return true;
  const plain = path.replace(/^["\s]+/, '');
  return productFolderOf(plain) !== null || isShortVendorPath(plain);
}

/** Products of one time share names of services, so that the folder decides. */
function win32Product(
  { displayName }: Service,
  known: ReturnType<typeof serviceByName>,
  { folder }: Place,
): Pick<Sign, 'productId' | 'rank' | 'families'> {
  const byTitle = folder && rowByTitleFolder(folder.name);
  if (byTitle)
    return { productId: byTitle.row.id, rank: ranks.folder, families: [byTitle.row.family] };
  const byLine = known?.line ? rowByLine(known.line) : null;
  const byFolder = folder && rowByFolder(folder.name);
  const products = known?.row.products ?? [];
  const shown = products.find((id) => productById(id).family === familyShown(displayName));
  const productId = byLine?.row.id ?? shown ?? products[0] ?? byFolder?.row.id ?? null;
  const rank = shown === undefined ? ranks.guess : ranks.line;
  return { productId, rank, families: products.map((id) => productById(id).family) };
}

/** Old products show their own title; what is called a service of the antivirus is so in all of them. */
function familyShown(displayName: string | null): Family | null {
  if (!isTitle(displayName) || /service/i.test(displayName ?? '')) return null;
  return rowByName(displayName)?.row.family ?? null;
}

function driverSign(service: Service, base: ProofBase, look: Look): Sign | null {
  const known = driverByName(service.name);
  const path = service.imageFile;
  const { folder, own, owner } = look(path);
  // What no table knows is the vendor's when the vendor made its file.
  if ((!known && owner !== 'vendor') || isLookAlike(service.name, path)) return null;
  const isInPlace = path === null || own || owner === 'vendor' || isInDriversFolder(path);
  if (owner === 'foreign' || !isInPlace) return null;
  const proves = proveFile(path, null, base).proven;
  return sign({
    ...driverTies(service.name),
    evidence: {
      kind: 'driver',
      ref: service.name,
      says: message('evidence.driver.registered', {
        name: service.name,
        purpose: message(known?.purpose ?? 'driver.other'),
        state: stateOf(service),
      }),
      strength: strengthOf(proves, true),
    },
    folder: folder?.key ?? null,
    part: { list: 'drivers', value: service.name },
    proves,
  });
}

type Ties = Pick<Sign, 'line' | 'productId' | 'rank' | 'families' | 'orphanOf'>;

const anyProtection: readonly Family[] = ['antivirus', 'endpoint', 'server', 'edr'];
const familiesOfRole: Partial<Record<NonNullable<DriverRow['role']>, readonly Family[]>> = {
  vpn: ['vpn'],
  diskEncryption: ['endpoint'],
  fileEncryption: ['endpoint'],
};

/** What the name of a driver ties it to. Shared with filters, which only know that name. */
export function driverTies(name: string): Ties {
  const known = driverByName(name);
  const line = known?.line ?? null;
  const byLine = line === null ? null : rowByLine(line);
  const productId = byLine?.row.id ?? known?.product ?? null;
  const role = known?.row?.role;
  const byRole = role ? familiesOfRole[role] : undefined;
  const byProduct = known?.product ? [productById(known.product).family] : anyProtection;
  const families = byRole ?? (line === null ? byProduct : anyProtection);
  return {
    line,
    productId,
    rank: ranks.guess,
    families,
    orphanOf: productId ?? 'kaspersky-drivers',
  };
}

function strengthOf(proves: boolean, supports: boolean): 'proof' | 'support' | 'hint' {
  if (proves) return 'proof';
  return supports ? 'support' : 'hint';
}

function serviceSays(service: Service, known: ServiceRow | null): Message {
  const name = service.displayName ?? service.name;
  const state = stateOf(service);
  return known === null
    ? message('evidence.service.other', { name, state })
    : message('evidence.service.known', { name, purpose: message(known.purpose), state });
}

function stateOf(service: Service): 'fileGone' | 'running' | 'other' {
  if (service.imageExists === false) return 'fileGone';
  return service.state === 'running' ? 'running' : 'other';
}
