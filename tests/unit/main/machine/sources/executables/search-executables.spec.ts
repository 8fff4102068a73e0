import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { bytesAsSource } from '../../../../../../src/main/machine/formats/pe/byte-source.ts';
import type {
  Disk,
  DiskEntry,
} from '../../../../../../src/main/machine/sources/executables/disk.ts';
import { posixDisk } from '../../../../../../src/main/machine/sources/executables/posix-disk.ts';
import {
  searchExecutables,
  type ExecutableSearch,
} from '../../../../../../src/main/machine/sources/executables/search-executables.ts';
import { message, quoted } from '../../../../../../src/shared/domain/message.ts';
import type { Gap } from '../../../../../../src/shared/domain/section.ts';
import { buildProgram, programBy } from '../../../../../support/pe-builder.ts';
import { signatures } from '../../../../../support/program-signatures.ts';
import { temporaryFolder } from '../../../../../support/temporary-folder.ts';
import { canLinkFiles } from '../../../../../support/can-link-files.ts';

async function search(
  request: Pick<ExecutableSearch, 'disk' | 'places'> & Partial<ExecutableSearch>,
) {
  return await searchExecutables({
    makers: 'kaspersky',
    verdict: async () => await Promise.resolve(null),
    ...request,
  });
}

/** A folder with these files; what a path ends in `/` is a folder. */
function folderWith(files: Readonly<Record<string, Buffer>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A disk in memory, whose folders are lists of entries and whose files are all the same program. */
function madeUp(folders: Readonly<Record<string, readonly DiskEntry[] | Gap>>, program: Buffer) {
  const seen = { open: 0, mostOpen: 0, opened: [] as string[] };
  const disk: Disk = {
    separator: '\\',
    list: async (folder, take) => {
      const found = folders[folder] ?? [];
      if ('subject' in found) return found;
      await take(found);
      return null;
    },
    open: async (path) => {
      seen.opened.push(path);
      seen.open += 1;
      seen.mostOpen = Math.max(seen.mostOpen, seen.open);
      await setImmediate();
      const size = async () => await Promise.resolve(program.length);
      const close = () => void (seen.open -= 1);
      return { ok: true, file: { ...bytesAsSource(program), size, close } };
    },
  };
  return { disk, seen };
}

const vendors = programBy('AO Kaspersky Lab', {
  ProductName: 'Kaspersky',
  OriginalFilename: 'avp.exe',
});

describe('searchExecutables', () => {
  it('finds what names the vendor as maker or signer, wherever it lies, and nothing of its neighbours', async () => {
    const root = folderWith({
      'Program Files/Mail Guard/engine/prcore.ppl': vendors,
      'Users/Marta/Downloads/tool.EXE': buildProgram({ signature: signatures.vendor }),
      'Kaspersky Lab/avp.exe': programBy('Innocent Software'),
      'signed.dll': buildProgram({ signature: signatures.stranger }),
      'read me.exe': Buffer.from(
        'MZ Kaspersky Lab is named in this text and nowhere else in here.',
      ),
      'Kaspersky Lab.exe': Buffer.alloc(0),
      'notes.txt': vendors,
      'pagefile.sys': vendors,
    });

    const found = await search({ disk: posixDisk([root]), places: [root] });

    expect(found).toEqual({
      state: 'read',
      items: [
        {
          path: join(root, 'Program Files/Mail Guard/engine/prcore.ppl'),
          size: vendors.length,
          companyName: 'AO Kaspersky Lab',
          productName: 'Kaspersky',
          originalName: 'avp.exe',
          fileVersion: '21.3.10.391',
          signer: null,
          signature: null,
        },
        {
          path: join(root, 'Users/Marta/Downloads/tool.EXE'),
          size: expect.any(Number) as number,
          companyName: null,
          productName: null,
          originalName: null,
          fileVersion: null,
          signer: { subject: 'AO Kaspersky Lab', organization: 'AO Kaspersky Lab' },
          signature: null,
        },
      ],
      gaps: [],
    });
  });

  it('follows no link to a folder or a file, and opens nothing that is no file', async () => {
    const elsewhere = folderWith({ 'avp.exe': vendors });
    const root = folderWith({ 'here.exe': vendors });
    symlinkSync(elsewhere, join(root, 'linked'), 'junction');
    if (canLinkFiles()) symlinkSync(join(elsewhere, 'avp.exe'), join(root, 'linked.exe'));
    symlinkSync(root, join(root, 'circle'), 'junction');
    const server = createServer().listen(join(root, 'socket.exe'));
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));

    const found = await search({ disk: posixDisk([root]), places: [root] });

    expect([found.state, found.items.map(({ path }) => path)]).toEqual([
      'read',
      [join(root, 'here.exe')],
    ]);
  });

  it('looks into a place that is a link itself, also to another disk: whoever named it meant what it leads to', async () => {
    const root = folderWith({ 'a/x.exe': vendors });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(root, link, 'junction');

    const found = await search({ disk: posixDisk([link]), places: [link] });

    expect(found.items.map(({ path }) => path)).toEqual([join(link, 'a/x.exe')]);
  });

  it('lets the system judge what it found, and only that', async () => {
    const root = folderWith({ 'a.exe': vendors, 'b.exe': programBy('Innocent Software') });
    const asked: string[] = [];
    const signature = {
      status: 'untrusted',
      subject: 'x',
      organization: null,
      issuer: null,
      code: 0x800b0109,
    } as const;

    const found = await search({
      disk: posixDisk([root]),
      places: [root],
      verdict: async (path) => {
        asked.push(path);
        return await Promise.resolve(signature);
      },
    });

    expect([asked, found.items.map((item) => item.signature)]).toEqual([
      [join(root, 'a.exe')],
      [signature],
    ]);
  });

  it('tells a folder that cannot be read, and how many more, and reads on', async () => {
    const denied = (folder: string): Gap => ({
      subject: folder,
      reason: 'accessDenied',
      detail: quoted('no'),
      needsAdministrator: true,
    });
    const names = Array.from({ length: 30 }, (_, index) => `locked${index}`);
    const entries = [...names, 'open'].map((name) => ({ name, kind: 'folder' }) as const);
    const { disk } = madeUp(
      {
        'C:\\': entries,
        'C:\\open': [{ name: 'x.exe', kind: 'file' }],
        ...Object.fromEntries(names.map((name) => [`C:\\${name}`, denied(`C:\\${name}`)])),
      },
      vendors,
    );

    const { state, items, gaps } = await search({ disk, places: ['C:\\'] });

    expect([state, items.length, gaps.length, gaps.at(-1)?.detail]).toEqual([
      'partial',
      1,
      21,
      message('gap.moreNotRead', { count: 10 }),
    ]);
  });

  it('does not fetch what is kept elsewhere, and says so', async () => {
    const { disk, seen } = madeUp(
      {
        'C:\\': [
          { name: 'cloud.exe', kind: 'away' },
          { name: 'letter.doc', kind: 'away' },
        ],
      },
      vendors,
    );

    const { state, gaps } = await search({ disk, places: ['C:\\'] });

    expect([state, seen.opened, gaps.map(({ detail }) => detail)]).toEqual([
      'partial',
      [],
      [message('gap.contentAway', { count: 1 })],
    ]);
  });

  it('reads several files side by side, never more than three', async () => {
    const files = Array.from(
      { length: 200 },
      (_, index) => ({ name: `${index}.dll`, kind: 'file' }) as const,
    );
    const { disk, seen } = madeUp({ 'C:\\': files }, programBy('Innocent Software'));

    const { state } = await search({ disk, places: ['C:\\'] });

    expect([state, seen.opened.length, seen.mostOpen, seen.open]).toEqual(['empty', 200, 3, 0]);
  });

  it('stops when it is told to, within a folder too, and leaves no file open', async () => {
    const stop = new AbortController();
    const files = Array.from(
      { length: 200 },
      (_, index) => ({ name: `${index}.dll`, kind: 'file' }) as const,
    );
    const { disk, seen } = madeUp({ 'C:\\': files }, vendors);
    const stopping: Disk = {
      ...disk,
      open: async (path, entry) => {
        if (seen.opened.length === 10) stop.abort(new Error('enough'));
        return await disk.open(path, entry);
      },
    };

    const searching = search({ disk: stopping, places: ['C:\\'], signal: stop.signal });

    await expect(searching).rejects.toThrow('enough');
    await setImmediate();
    await setImmediate();
    expect([seen.opened.length < 20, seen.open]).toEqual([true, 0]);
  });

  it('tells how many files it has seen, now and then', async () => {
    const entry = (name: string, kind: DiskEntry['kind']): DiskEntry => ({ name, kind });
    const { disk } = madeUp(
      {
        'C:\\': [entry('a', 'folder'), entry('b', 'folder'), entry('x.txt', 'file')],
        'C:\\a': [entry('y.txt', 'file'), entry('z.exe', 'file'), entry('w.exe', 'link')],
        'C:\\b': [entry('v.txt', 'away')],
      },
      vendors,
    );
    let now = 0;
    // Each look at the clock finds it a tenth of a second later.
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    onTestFinished(() => void vi.restoreAllMocks());
    const counts: number[] = [];

    await search({ disk, places: ['C:\\'], onCount: (files) => counts.push(files) });

    expect(counts).toEqual([2]);
  });
});
