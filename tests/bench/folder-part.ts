import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { projectFolder } from '../lab/support/lab-paths.ts';
import { fullInventory } from './full-inventory.ts';
import { ratioOf, spreadOf, timeSideBySide } from './measure.ts';
import { asRatio, type Part, withSpread } from './table.ts';

const rounds = 5;
const [few, many] = [200, 1_000];

/** A folder of inventories answered by the built program, beside reading and parsing the same files one after the other. */
export async function folderPart(): Promise<Part> {
  const root = mkdtempSync(join(tmpdir(), 'cutover-folder-'));
  try {
    for (const count of [few, many]) plant(root, count);
    const folder = join(root, String(many));
    const ways = { scan: async () => await scan(folder), parse: () => parse(folder) };
    const times = await timeSideBySide(ways, { rounds, warmUp: 1 });
    const [own = [], plain = []] = [times['scan'], times['parse']];
    const ratio = ratioOf(own, plain);
    const peaks = [await peakOf(root, few), await peakOf(root, many)] as const;
    return {
      tables: [
        {
          title: `A folder of ${many} inventories of ordinary full computers`,
          columns: ['', 'ms', 'time ratio', 'peak memory MB'],
          rows: [
            [
              'cutover scan --from FOLDER --json',
              withSpread(spreadOf(own)),
              asRatio(ratio),
              peaks[1].toFixed(0),
            ],
            ['readFile and JSON.parse', withSpread(spreadOf(plain)), '1', ''],
          ],
          notes: [
            `Medians of ${rounds} rounds side by side (smallest–largest), wall clock, ${availableParallelism()} processors;`,
            `the largest process of the program; of ${few} inventories it took ${peaks[0].toFixed(0)} MB.`,
          ],
        },
      ],
      claims: [
        {
          says: `a folder of inventories is answered in at most 1.5 times the time of reading and parsing them: ${ratio.median.toFixed(2)} times`,
          met: ratio.median <= 1.5,
        },
        {
          says: `five times as many inventories take at most a fifth more memory: ${(peaks[1] / peaks[0]).toFixed(2)} times`,
          met: peaks[1] <= 1.2 * peaks[0],
        },
      ],
      skipped: [],
      data: { times, peaks },
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same computer under many names: what counts is that each is read, parsed and answered anew. */
function plant(root: string, count: number): void {
  const [folder, one] = [join(root, String(count)), join(root, 'pc.json')];
  mkdirSync(folder);
  writeFileSync(one, JSON.stringify(fullInventory(1)));
  for (let index = 0; index < count; index += 1)
    linkSync(one, join(folder, `pc-${String(index).padStart(5, '0')}.json`));
}

const program = join(projectFolder, 'out/main/console.js');

async function scan(folder: string, ...flags: readonly string[]): Promise<void> {
  const args = [...flags, program, 'scan', '--from', folder, '--json'];
  await execa(process.execPath, args, { stdout: 'ignore' });
}

function parse(folder: string): void {
  for (const name of readdirSync(folder).sort())
    JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** Megabytes of the largest of the program's processes. */
async function peakOf(root: string, count: number): Promise<number> {
  const [hook, peaks] = [join(root, 'hook.cjs'), join(root, `peaks-${count}`)];
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(peaks)}, process.resourceUsage().maxRSS + '\\n'));`,
  );
  await scan(join(root, String(count)), '--require', hook);
  return Math.max(...readFileSync(peaks, 'utf8').split('\n').map(Number)) / 1024;
}
