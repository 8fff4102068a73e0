import { parseRegFile } from '../../src/main/machine/formats/reg/parse-reg-file.ts';
import { readHiveFile } from '../../src/main/machine/formats/hive/read-hive-file.ts';
import { encodeRegFile, type RegFileKey, regFileText, regText } from '../support/reg-writer.ts';
import { writeHive } from '../support/regf-writer.ts';
import { processorTime, ratioOf, spreadOf, timeSideBySide } from './measure.ts';
import { asRatio, type Part, type Table, withSpread } from './table.ts';
import { uninstallPaths, writtenPrograms } from './uninstall-registry.ts';

const rounds = 9;

/** Speed of reading registry exports and hives, beside merely decoding the same bytes and cutting them into lines. */
export async function registryFilesPart(): Promise<Part> {
  const kinds = [
    { label: '.reg export, texts', bytes: exportOf(textKeys()), read: readExport },
    { label: '.reg export, mostly hex', bytes: exportOf(hexKeys()), read: readExport },
    { label: 'hive file', bytes: hive(), read: readHive },
  ];
  const ways = Object.fromEntries(
    kinds.flatMap(({ label, bytes, read }) => [
      [label, () => repeat(bytes, read)],
      [`plain ${label}`, () => repeat(bytes, plain)],
    ]),
  );
  const times = await timeSideBySide(ways, { rounds, warmUp: 2, clock: processorTime });
  const rows = kinds.map(({ label, bytes }) => {
    const [own = [], lines = []] = [times[label], times[`plain ${label}`]];
    const megabytes = (bytes.length * repeatsFor(bytes)) / 1e6;
    const rate = (list: readonly number[]) => spreadOf(list.map((ms) => (megabytes * 1000) / ms));
    return [
      label,
      (bytes.length / 1e6).toFixed(1),
      withSpread(rate(own)),
      withSpread(rate(lines)),
      asRatio(ratioOf(own, lines)),
    ];
  });
  return { tables: [table(rows)], claims: [], skipped: [], data: { times } };
}

/** Small files are read several times over, because the clock of a processor is coarse. */
function repeatsFor(bytes: Uint8Array): number {
  return Math.ceil(1e7 / bytes.length);
}

function repeat(bytes: Uint8Array, read: (bytes: Uint8Array) => unknown): void {
  for (let left = repeatsFor(bytes); left > 0; left--) read(bytes);
}

function table(rows: readonly string[][]): Table {
  return {
    title: 'Registry files into a registry in memory',
    columns: ['', 'MB', 'MB/s', 'TextDecoder + split, MB/s', 'time ratio'],
    rows,
    notes: [`Medians of ${rounds} rounds side by side (smallest–largest), processor time.`],
  };
}

function readExport(bytes: Uint8Array): void {
  const read = parseRegFile(bytes);
  if (!read.ok || read.problems.length > 0) throw new Error('The export could not be read.');
}

function readHive(bytes: Uint8Array): void {
  const read = readHiveFile(bytes, 'HKU\\S-1-5-21-1-2-3-1001');
  if (!read.ok || read.problems.length > 0) throw new Error('The hive could not be read.');
}

function plain(bytes: Uint8Array): number {
  return new TextDecoder('utf-16le').decode(bytes).split('\r\n').length;
}

function exportOf(keys: readonly RegFileKey[]): Buffer {
  return encodeRegFile(regFileText(keys), 'utf16le');
}

/** The 1,000 programs eight times over. */
function textKeys(): RegFileKey[] {
  return Array.from({ length: 8 }, (_, copy) => copy).flatMap((copy) =>
    writtenPrograms.map(({ view, keyName, values }) => ({
      path: `${uninstallPaths[view].replace('HKLM', 'HKEY_LOCAL_MACHINE')}\\${keyName} ${copy}`,
      values: Object.entries(values).map(([name, data]) => regText(name, String(data))),
    })),
  );
}

function hexKeys(): RegFileKey[] {
  return Array.from({ length: 500 }, (_, index) => ({
    path: `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\Device ${index}`,
    values: [
      { name: 'Blob', type: 3, bytes: Buffer.alloc(2000, index) },
      regText('Path', `%SystemRoot%\\system32\\device${index}.dll`, 2),
    ],
  }));
}

function hive(): Buffer {
  const keys = writtenPrograms
    .slice(0, 250)
    .map(({ keyName, values }) => [keyName, { values }] as const);
  return writeHive({ keys: { Software: { keys: Object.fromEntries(keys) } } });
}
