import { beforeEach, describe, expect, it } from 'vitest';
import {
  quarantineAmsiProvider,
  returnAmsiProvider,
} from '../../../../../src/main/machine/quarantine/amsi-provider.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  KeyControl,
  QuarantineBench,
} from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { ActionOf, Before } from '../../../../../src/shared/domain/action.ts';
import type { RawValue, RegistryTree } from '../../../../../src/shared/domain/repair-actions.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const software = 'HKLM\\SOFTWARE';
const clsid = '{7A2F61C4-09B3-4E15-9C1D-2F8A4B6D3E90}';
const provider = `${software}\\Microsoft\\AMSI\\Providers\\${clsid}`;
const provider32 = `${software}\\WOW6432Node\\Microsoft\\AMSI\\Providers\\${clsid}`;
const class64 = `${software}\\Classes\\CLSID\\${clsid}`;
const class32 = `${software}\\Classes\\WOW6432Node\\CLSID\\${clsid}`;
const root = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19';

const value = (name: string, text: string, type = 1) => ({
  name,
  type,
  data: Buffer.from(`${text}\0`, 'utf16le').toString('hex'),
});

/** The keys of a registry with the values of each, and a disk of which some files are there. */
class Machine {
  readonly keys = new Map<string, readonly (RawValue & { readonly name: string })[]>();
  readonly changes: string[] = [];
  #quarantine = '';
  readonly files: readonly string[];
  readonly links: readonly string[];
  failsAt = '';

  constructor(files: readonly string[] = [], links: readonly string[] = []) {
    this.files = files;
    this.links = links;
  }

  /** As a product registers its scanner for both kinds of programs. */
  register(library: string, library32 = library): this {
    this.keys.set(provider, [value('', 'Scanner')]);
    this.keys.set(provider32, []);
    this.keys.set(class64, [value('', 'Scanner')]);
    this.keys.set(`${class64}\\InprocServer32`, [value('', library, 2), value('Model', 'Both')]);
    this.keys.set(class32, []);
    this.keys.set(`${class32}\\InprocServer32`, [value('', library32)]);
    return this;
  }

  get whole() {
    return Object.fromEntries([...this.keys].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  #at(key: string): string[] {
    return [...this.keys.keys()].filter((each) => each === key || each.startsWith(`${key}\\`));
  }

  readonly control: Partial<KeyControl> = {
    isLink: (key) => this.links.includes(key),
    tree: (key) => {
      const tree = this.#at(key).map((path) => ({
        path: path.slice(key.length + 1),
        values: [...(this.keys.get(path) ?? [])],
        security: '0100',
      }));
      return { value: tree.length === 0 ? null : tree };
    },
    deleteTree: (key) => {
      if (key === this.failsAt) return 5;
      this.changes.push(`delete ${key}`);
      for (const each of this.#at(key)) this.keys.delete(each);
      return 0;
    },
    writeTree: (key, tree: RegistryTree) => {
      this.changes.push(`write ${key}`);
      for (const { path, values } of tree)
        this.keys.set(path === '' ? key : `${key}\\${path}`, values);
      return 0;
    },
    value: (key, name) => ({
      value: this.keys.get(key)?.find((each) => each.name === name) ?? null,
    }),
    expanded: (text) => text.replace('%Root%', root),
  };

  /** Made in a test, which takes it away again. */
  #place(): string {
    return (this.#quarantine ||= temporaryFolder());
  }

  async run(action: ActionOf<'quarantineAmsiProvider' | 'returnAmsiProvider'>) {
    let remembered: Before | null = null;
    const performer = (action.kind === 'quarantineAmsiProvider'
      ? quarantineAmsiProvider
      : returnAmsiProvider) as unknown as Performer<typeof action, QuarantineBench>;
    const here = {
      keys: this.control,
      folders: {
        places: () => ['C:\\Program Files (x86)', 'C:\\Program Files'],
        look: (path: string) => ({ value: this.files.includes(path) ? 'file' : null }),
      },
      describeError: String,
    } as unknown as QuarantineBench;
    const performed = await carryOut(
      performer,
      action,
      {
        quarantineFolder: () => this.#place(),
        signal: new AbortController().signal,
        remember: (before: Before) => {
          remembered = before;
        },
      } as never,
      here,
    );
    const before = remembered as Before | null;
    const kept = before?.kind === 'keptKey' ? before.kept : '';
    return { exitCode: performed.exitCode, why: performed.message?.map(({ id }) => id), kept };
  }

  async take(key = provider) {
    return await this.run({ kind: 'quarantineAmsiProvider', key });
  }

  async bring(kept: string) {
    return await this.run({ kind: 'returnAmsiProvider', key: provider, kept });
  }
}

const library = `${root}\\x64\\antimalware_provider.dll`;
let machine = new Machine();
beforeEach(() => {
  machine = new Machine().register(library, `${root}\\antimalware_provider.dll`);
});

describe('a scanner of the vendor whose library is gone', () => {
  it('goes with its classes for both kinds of programs, the provider first, and comes back as it was', async () => {
    const before = machine.whole;
    const { kept } = await machine.take();
    const left = machine.whole;
    const back = await machine.bring(kept);
    expect([left, back.exitCode, machine.whole, machine.changes]).toEqual([
      {},
      0,
      before,
      [
        ...[provider, provider32, class64, class32].map((key) => `delete ${key}`),
        ...[class32, class64, provider32, provider].map((key) => `write ${key}`),
      ],
    ]);
  });

  it('goes where it is registered for 64-bit programs only, by a path with a variable', async () => {
    machine = new Machine().register('"%Root%\\x64\\antimalware_provider.dll"');
    for (const key of [provider32, class32, `${class32}\\InprocServer32`]) machine.keys.delete(key);
    const { exitCode } = await machine.take();
    expect([exitCode, machine.whole]).toEqual([0, {}]);
  });

  it('comes back whole also when the first attempt got through half of it', async () => {
    const before = machine.whole;
    machine.failsAt = class64;
    const half = await machine.take();
    machine.failsAt = '';
    const rest = await machine.take();
    await machine.bring(rest.kept);
    expect([half.exitCode, rest.exitCode, machine.whole]).toEqual([5, 0, before]);
  });

  it('is not written over what stands there now, but over part of itself', async () => {
    const before = machine.whole;
    const { kept } = await machine.take();
    machine.keys.set(`${class64}\\InprocServer32`, [value('', 'C:\\Acme\\scan.dll')]);
    const refused = await machine.bring(kept);
    machine.keys.clear();
    machine.keys.set(class32, []);
    const brought = await machine.bring(kept);
    const again = await machine.bring(kept);
    expect([refused.why, brought.exitCode, machine.whole, again.why]).toEqual([
      ['refused.placeTaken'],
      0,
      before,
      ['refused.notKept'],
    ]);
  });
});

describe('what is left alone', () => {
  const other = 'C:\\Program Files\\Acme\\scan.dll';
  it.each<[string, Machine, string]>([
    ['one of another maker', new Machine().register(other), 'refused.notAVendorKey'],
    [
      'one that 32-bit programs load from another maker',
      new Machine().register(library, other),
      'refused.notAVendorKey',
    ],
    [
      'one that 32-bit programs load from a place nobody here knows',
      new Machine().register(library, '%Root%\\antimalware_provider.dll'),
      'refused.notAVendorKey',
    ],
    [
      'Microsoft Defender',
      new Machine().register('C:\\ProgramData\\Microsoft\\Windows Defender\\MpOav.dll'),
      'refused.notAVendorKey',
    ],
    [
      'a folder that only looks like the vendor’s',
      new Machine().register('C:\\Program Files\\Kaspersky Lab Fans\\scan.dll'),
      'refused.notAVendorKey',
    ],
    [
      'a way out of the folder of the vendor',
      new Machine().register('C:\\Program Files\\Kaspersky Lab\\..\\Acme\\scan.dll'),
      'refused.notAVendorKey',
    ],
    [
      'the same folder on a share',
      new Machine().register('\\\\server\\c\\Program Files\\Kaspersky Lab\\scan.dll'),
      'refused.notAVendorKey',
    ],
    [
      'one whose library is there',
      new Machine([library]).register(library),
      'refused.scannerThere',
    ],
    [
      'one whose library for 32-bit programs is there',
      new Machine([`${root}\\a.dll`]).register(library, `${root}\\a.dll`),
      'refused.scannerThere',
    ],
    ['one behind a link', new Machine([], [class32]).register(library), 'refused.registryLink'],
    ['one without a library', new Machine(), 'refused.notAVendorKey'],
  ])('%s', async (_, each, why) => {
    const before = each.whole;
    const taken = await each.take();
    expect([taken.why, each.changes, each.whole]).toEqual([[why], [], before]);
  });

  it.each([
    class64,
    `${software}\\Microsoft\\AMSI\\Providers`,
    `${provider}\\x`,
    provider.replace('AMSI', 'AMSI2'),
    provider.replace('{7A', '{*'),
    provider.replace('HKLM', 'HKU\\S-1-5-21-1-2-3-1001'),
  ])('the key %s', async (key) => {
    const taken = await machine.take(key);
    expect([taken.why, machine.changes]).toEqual([['refused.notAVendorKey'], []]);
  });
});
