import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scope } from '../../../../../../src/main/catalog/scope.ts';
import { readInventoryFile } from '../../../../../../src/main/machine/sources/file/read-inventory-file.ts';
import type { Inventory } from '../../../../../../src/shared/domain/inventory.ts';
import { inventoryOf } from '../../../../../support/inventory-builder.ts';
import { temporaryFolder } from '../../../../../support/temporary-folder.ts';

async function read(text: string) {
  const path = join(temporaryFolder(), 'pc.json');
  writeFileSync(path, text);
  return await readInventoryFile({ path, scope, collectedBy: 'cutover test' });
}

const whole = inventoryOf({
  programs: [{ keyName: '7-Zip' }],
  vendorFolders: [{ path: 'C:\\Kaspersky', entries: ['C:\\Kaspersky\\a.exe'] }],
});

/** A document in which a list has this many empty objects in the place of its items. */
function bomb(list: (inventory: Inventory) => Inventory, count: number): string {
  return JSON.stringify(list(whole)).replace(
    '"HERE"',
    Array.from({ length: count }, () => '{}').join(','),
  );
}

const here = ['HERE'] as unknown as never[];

describe('readInventoryFile', () => {
  it('reads what was written, with or without a mark in front', async () => {
    const text = JSON.stringify(whole);

    expect([await read(text), await read(`\uFEFF ${text}`)]).toEqual([
      { ok: true, value: whole },
      { ok: true, value: whole },
    ]);
  });

  it.each<[string, (inventory: Inventory) => Inventory]>([
    ['items', (all) => ({ ...all, programs: { state: 'read', items: here, gaps: [] } })],
    ['gaps', (all) => ({ ...all, services: { state: 'partial', items: [], gaps: here } })],
    [
      'entries of an item',
      (all) => ({
        ...all,
        vendorFolders: {
          ...all.vendorFolders,
          items: all.vendorFolders.items.map((item) => ({ ...item, entries: here })),
        },
      }),
    ],
  ])('tells the first six faults of half a million wrong %s', async (_list, hurt) => {
    const outcome = await read(bomb(hurt, 500_000));

    const detail = outcome.ok ? null : outcome.problem.detail;
    const faults = typeof detail === 'string' ? detail.match(/^✖/gm) : null;
    expect([outcome.ok, faults?.length]).toEqual([false, 6]);
  });

  it('says of a document in another format nothing but that', async () => {
    const outcome = await read(
      bomb((all) => ({ ...all, format: 'other', programs: here }) as never, 9),
    );

    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        id: 'notAnInventory',
        file: 'pc.json',
        detail: expect.stringMatching(/^✖ [^\n]*cutover-inventory\/2[^\n]*\n *→ at format$/),
      },
    });
  });

  it('finds a fault at the very end of a long list', async () => {
    const entries = Array.from({ length: 5_000 }, (_, index) => `C:\\Kaspersky\\${index}.exe`);
    const long = inventoryOf({ vendorFolders: [{ path: 'C:\\Kaspersky', entries }] });
    const text = JSON.stringify(long).replace(/(4999\.exe","kind":"file","size":)/, '$1-');

    const outcome = await read(text);

    expect(outcome).toMatchObject({
      ok: false,
      problem: { detail: expect.stringContaining('vendorFolders.items[0].entries[4999].size') },
    });
  });

  it('says of an export that does not do why, in words that every language has', async () => {
    const whys = [Buffer.from('regf\0\0'), Buffer.from('REGED'), Buffer.from('PK')].map(
      async (bytes) => {
        const path = join(temporaryFolder(), 'pc.reg');
        writeFileSync(path, bytes);
        const outcome = await readInventoryFile({ path, scope, collectedBy: 'x' });
        return outcome.ok ? null : outcome.problem.detail;
      },
    );

    expect(await Promise.all(whys)).toEqual([
      { id: 'export.isHive' },
      { id: 'export.firstLineCut' },
      { id: 'export.otherFormat' },
    ]);
  });

  it('refuses a file that is too large before it looks into it', async () => {
    const path = join(temporaryFolder(), 'large.json');
    writeFileSync(path, '{');
    // More than Node reads at all, and more than an inventory can have.
    for (const size of [3 * 1024 ** 3, 65 * 1024 ** 2]) {
      truncateSync(path, size);
      expect(await readInventoryFile({ path, scope, collectedBy: 'x' })).toMatchObject({
        ok: false,
        problem: { id: 'fileTooLarge', file: 'large.json' },
      });
    }
  });
});
