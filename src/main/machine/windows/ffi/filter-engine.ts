import type { KoffiFunc } from 'koffi';
import { promisify } from 'node:util';
import type { TrafficFilter } from '../../../../shared/domain/inventory/network/traffic-filters.ts';
import { bytesAt, lazyLibrary, pointerAt, textAt } from './library.ts';
import { win32 } from './win32-error.ts';

/**
 * The engine of the Windows Filtering Platform. Functions, structures and flags are those of the Windows SDK headers `fwpmu.h`,
 * `fwpmtypes.h` and `fwptypes.h`, for 64-bit programs.
 */
const fwpuclnt = lazyLibrary('fwpuclnt.dll', (library) => ({
  open: library.func(
    'uint32 __stdcall FwpmEngineOpen0(void *server, uint32 service, void *identity, void *session, void *engine)',
  ) as KoffiFunc<
    (server: null, service: number, identity: null, session: null, engine: BigUint64Array) => number
  >,
  close: library.func('uint32 __stdcall FwpmEngineClose0(void *engine)') as KoffiFunc<
    (engine: bigint) => number
  >,
  free: library.func('void __stdcall FwpmFreeMemory0(void *memory)') as KoffiFunc<
    (memory: BigUint64Array) => void
  >,
  lists: mapped(({ function: name }) => ({
    begin: library.func(
      `uint32 __stdcall Fwpm${name}CreateEnumHandle0(void *engine, void *template, void *list)`,
    ) as KoffiFunc<(engine: bigint, template: null, list: BigUint64Array) => number>,
    next: library.func(
      `uint32 __stdcall Fwpm${name}Enum0(void *engine, void *list, uint32 most, void *entries, void *count)`,
    ) as KoffiFunc<
      (
        engine: bigint,
        list: bigint,
        most: number,
        entries: BigUint64Array,
        count: Uint32Array,
      ) => number
    >,
    end: library.func(
      `uint32 __stdcall Fwpm${name}DestroyEnumHandle0(void *engine, void *list)`,
    ) as KoffiFunc<(engine: bigint, list: bigint) => number>,
  })),
}));

type Kind = TrafficFilter['kind'];

interface Layout {
  readonly function: string;
  /** Bytes of its structure. */
  readonly size: number;
  readonly read: (at: Buffer) => Partial<TrafficFilter>;
}

/** Where each structure has what is read of it. All begin with the key (0), name (16), description (24) and flags (32). */
const layouts: { readonly [K in Kind]: Layout } = {
  provider: {
    function: 'Provider',
    size: 64,
    read: (at) => ({
      service: wideFrom(at, 56),
      lasts: has(at, 0x1),
      active: !has(at, 0x10),
      provider: null,
    }),
  },
  subLayer: { function: 'SubLayer', size: 72, read: (at) => ({ lasts: has(at, 0x1) }) },
  callout: {
    function: 'Callout',
    size: 88,
    read: (at) => ({ lasts: has(at, 0x1_0000), active: has(at, 0x4_0000) }),
  },
  filter: {
    function: 'Filter',
    size: 200,
    read: (at) => ({
      // Of those in force while Windows starts it is not told which last; they are made by such that do.
      lasts: has(at, 0x1) || has(at, 0x2),
      active: !has(at, 0x20),
      action: actionOf(at.readUInt32LE(128), has(at, 0x10)),
      callout: (at.readUInt32LE(128) & asks) === 0 ? null : guidAt(at, 132),
    }),
  },
};

function mapped<T>(make: (layout: Layout) => T): { readonly [K in Kind]: T } {
  const { provider, subLayer, callout, filter } = layouts;
  return {
    provider: make(provider),
    subLayer: make(subLayer),
    callout: make(callout),
    filter: make(filter),
  };
}

/** `FWP_ACTION_FLAG_CALLOUT`. */
const asks = 0x4000;
/** `FWP_ACTION_*` without its flags: whether what is asked always, never or maybe decides. */
const actions = ['block', 'permit', 'ask', 'inspect', 'ask'] as const;

function actionOf(type: number, permitsUnasked: boolean): TrafficFilter['action'] {
  const action = actions[(type & 0xff) - 1] ?? null;
  return action === 'ask' && permitsUnasked ? 'askOrPermit' : action;
}

function has(at: Buffer, flag: number): boolean {
  return (at.readUInt32LE(32) & flag) !== 0;
}

/** A handle of the engine, to be closed; or a Windows error number. */
export async function openFilterEngine(): Promise<bigint | number> {
  const engine = new BigUint64Array(1);
  const open = promisify(fwpuclnt().open.async);
  const code: number = await open(null, byWindows, null, null, engine);
  return code === win32.success ? (engine[0] ?? 0n) : code;
}

/** `RPC_C_AUTHN_WINNT`, the only one that is supported. */
const byWindows = 10;

export async function closeFilterEngine(engine: bigint): Promise<void> {
  await promisify(fwpuclnt().close.async)(engine);
}

/** As many as come at once. */
const most = 256;

/** All of a kind, as they stood when it was asked for; or a Windows error number. */
export async function listFilterObjects(
  engine: bigint,
  kind: Kind,
): Promise<readonly TrafficFilter[] | number> {
  const { begin, end } = fwpuclnt().lists[kind];
  const list = new BigUint64Array(1);
  const begun: number = await promisify(begin.async)(engine, null, list);
  if (begun !== win32.success) return begun;
  try {
    return await readPages(engine, list[0] ?? 0n, kind);
  } finally {
    await promisify(end.async)(engine, list[0] ?? 0n);
  }
}

async function readPages(
  engine: bigint,
  list: bigint,
  kind: Kind,
): Promise<readonly TrafficFilter[] | number> {
  const { lists, free } = fwpuclnt();
  const next = promisify(lists[kind].next.async);
  const objects: TrafficFilter[] = [];
  for (;;) {
    const [entries, count] = [new BigUint64Array(1), new Uint32Array(1)];
    const code: number = await next(engine, list, most, entries, count);
    if (code !== win32.success) return code;
    const [found = 0, first = 0n] = [count[0], entries[0]];
    for (let index = 0; index < found; index++) {
      const object = pointerAt(first, 8 * index);
      if (object !== null) objects.push(objectOf(kind, bytesAt(object, layouts[kind].size)));
    }
    if (first !== 0n) free(entries);
    if (found < most) return objects;
  }
}

function objectOf(kind: Kind, at: Buffer): TrafficFilter {
  const provider = at.readBigUInt64LE(40);
  return {
    kind,
    key: guidAt(at, 0),
    name: wideFrom(at, 16),
    description: wideFrom(at, 24),
    provider: provider === 0n ? null : guidAt(bytesAt(provider, 16), 0),
    service: null,
    lasts: false,
    active: true,
    action: null,
    callout: null,
    ...layouts[kind].read(at),
  };
}

function wideFrom(at: Buffer, offset: number): string | null {
  const pointer = at.readBigUInt64LE(offset);
  const text = pointer === 0n ? '' : textAt(pointer);
  return text === '' ? null : text;
}

/** In braces and capitals, as Windows writes it. */
function guidAt(at: Buffer, offset: number): string {
  const hex = (from: number, to: number) => at.toString('hex', offset + from, offset + to);
  const [first, second, third] = [
    at.readUInt32LE(offset).toString(16).padStart(8, '0'),
    at
      .readUInt16LE(offset + 4)
      .toString(16)
      .padStart(4, '0'),
    at
      .readUInt16LE(offset + 6)
      .toString(16)
      .padStart(4, '0'),
  ];
  return `{${first}-${second}-${third}-${hex(8, 10)}-${hex(10, 16)}}`.toUpperCase();
}
