import { message, type Message } from '../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { VendorKey } from '../../../../shared/domain/inventory/vendor-keys.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import type { Registry, RegistryKey, RegistryValue } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { userHives } from './reader/user-hives.ts';

export interface TreeLimits {
  readonly keys: number;
  readonly depth: number;
}

const usualLimits: TreeLimits = { keys: 20_000, depth: 32 };

interface Place {
  readonly path: string;
  readonly userSid: string | null;
}

/**
 * Every key of the vendor below `SOFTWARE`, in both views, of the machine and of every user. Data are recorded
 * only for values named in the scope: everything else could be a password hash or a licence.
 */
export function collectVendorKeys(
  registry: Registry,
  scope: Scope,
  limits = usualLimits,
): Inventory['vendorKeys'] {
  const reader = new SectionReader(registry);
  const walk = new VendorWalk(reader, scope, limits);
  for (const place of [...machinePlaces, ...userHives(reader).flatMap(userPlaces)]) {
    for (const name of scope.registryKeys) {
      walk.read({ path: `${place.path}\\${name}`, userSid: place.userSid });
    }
  }
  return reader.section(walk.items);
}

const machinePlaces: readonly Place[] = [
  { path: 'HKLM\\SOFTWARE', userSid: null },
  { path: 'HKLM\\SOFTWARE\\WOW6432Node', userSid: null },
];

function userPlaces(userSid: string): Place[] {
  return [
    { path: `HKU\\${userSid}\\Software`, userSid },
    { path: `HKU\\${userSid}\\Software\\WOW6432Node`, userSid },
  ];
}

class VendorWalk {
  readonly items: VendorKey[] = [];
  readonly #reader: SectionReader;
  readonly #limits: TreeLimits;
  readonly #harmless: ReadonlySet<string>;
  #full = false;

  constructor(reader: SectionReader, scope: Scope, limits: TreeLimits) {
    this.#reader = reader;
    this.#limits = limits;
    this.#harmless = new Set(scope.harmlessValues.map((name) => name.toLowerCase()));
  }

  read({ path, userSid }: Place): void {
    if (this.#full) return;
    const root = this.#reader.key(path);
    // The parent of collected keys cannot be opened itself, its subkeys can.
    if (root === null) return this.#readBelow(path, userSid, 1);
    this.#add(root, userSid, 0);
  }

  #add(key: RegistryKey, userSid: string | null, depth: number): void {
    this.#full ||= this.items.length >= this.#limits.keys;
    if (this.#full)
      return this.#stop(key.path, message('gap.tooManyKeys', { count: this.#limits.keys }));
    this.items.push({
      key: key.path,
      userSid,
      values: [...key.values.values()].map((value) => this.#valueOf(value)),
    });
    this.#readBelow(key.path, userSid, depth + 1);
  }

  #readBelow(path: string, userSid: string | null, depth: number): void {
    if (this.#full) return;
    const keys = this.#reader.children(path);
    if (keys.length > 0 && depth >= this.#limits.depth) {
      return this.#stop(path, message('gap.tooManyLevels', { count: this.#limits.depth }));
    }
    for (const key of keys) {
      if (!this.#full) this.#add(key, userSid, depth);
    }
  }

  #stop(subject: string, detail: Message): void {
    this.#reader.addGap({ subject, reason: 'truncated', detail, needsAdministrator: false });
  }

  #valueOf({ name, type, size, data }: RegistryValue): VendorKey['values'][number] {
    const recorded = this.#harmless.has(name.toLowerCase()) ? plainData(data) : null;
    return { name, type, size, data: recorded };
  }
}

/** Bytes as hexadecimal digits, lists as lines. */
function plainData(data: RegistryValue['data']): string | number {
  if (typeof data === 'string' || typeof data === 'number') return data;
  if (typeof data === 'bigint') {
    return data <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(data) : String(data);
  }
  return data instanceof Uint8Array ? Buffer.from(data).toString('hex') : data.join('\n');
}
