import { describe, expect, it } from 'vitest';
import { collectPackageSources } from '../../../../../../../src/main/machine/sources/registry/software/collect-package-sources.ts';
import { packProductCode } from '../../../../../../../src/main/machine/registry/packed-guid.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const code = '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}';
const packed = packProductCode(code);
const products = 'HKLM\\SOFTWARE\\Classes\\Installer\\Products';
const managed = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\Managed';
const bob = 'S-1-5-21-1-2-3-1002';
const name = { ProductName: 'Kaspersky Endpoint Security' };

const read = (keys: Parameters<typeof treeRegistryOf>[0]) =>
  collectPackageSources(treeRegistryOf(keys), ['kaspersky']);

describe('collectPackageSources', () => {
  it('lists the place that was used last and the others, each once', () => {
    const list = `${products}\\${packed}\\SourceList`;
    const found = read({
      [`${products}\\${packed}`]: name,
      [list]: { PackageName: 'kes.msi', LastUsedSource: 'n;1;C:\\Users\\bob\\Downloads\\' },
      [`${list}\\Net`]: { 1: 'c:\\users\\bob\\downloads\\', 2: '\\\\fs01\\kes\\' },
      [`${list}\\URL`]: { 1: 'https://acme.example/kes/' },
      [`${list}\\Media`]: { 1: ';', DiskPrompt: '[1]' },
    });
    const unknown = 'unknown';
    expect(found.items).toEqual([
      {
        productCode: code,
        userSid: null,
        packageName: 'kes.msi',
        sources: [
          { kind: 'folder', place: 'c:\\users\\bob\\downloads\\', writers: unknown },
          { kind: 'folder', place: '\\\\fs01\\kes\\', writers: unknown },
          { kind: 'address', place: 'https://acme.example/kes/', writers: unknown },
        ],
      },
    ]);
  });

  it('knows a medium only as the place that was used last', () => {
    const list = `${products}\\${packed}\\SourceList`;
    const found = read({
      [`${products}\\${packed}`]: name,
      [list]: { LastUsedSource: 'm;1;E:\\' },
    });
    expect(found.items.flatMap(({ sources }) => sources)).toEqual([
      { kind: 'medium', place: 'E:\\', writers: 'unknown' },
    ]);
  });

  it('lists what administrators assigned to a person, and nothing that a person registered', () => {
    const found = read({
      [`${managed}\\${bob}\\Installer\\Products\\${packed}`]: name,
      [`HKU\\${bob}\\Software\\Microsoft\\Installer\\Products\\${packed}`]: name,
    });
    expect(found.items).toEqual([
      { productCode: code, userSid: bob, packageName: null, sources: [] },
    ]);
  });

  it('leaves out other products, and what is no product', () => {
    const found = read({
      [`${products}\\${packed}`]: { ProductName: 'Editor' },
      [`${products}\\x`]: name,
    });
    expect(found).toEqual({ state: 'empty', items: [], gaps: [] });
  });

  it('tells that a list was cut off', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, `C:\\${n}\\`]));
    const found = read({
      [`${products}\\${packed}`]: name,
      [`${products}\\${packed}\\SourceList\\Net`]: many,
    });
    expect([found.state, found.items[0]?.sources.length]).toEqual(['partial', 100]);
  });
});
