import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scope } from '../../src/main/catalog/scope.ts';
import { readInventoryFile } from '../../src/main/machine/sources/file/read-inventory-file.ts';
import { fullInventory } from './full-inventory.ts';
import { processorTime, ratioOf, spreadOf, timeSideBySide } from './measure.ts';
import { asRatio, type Part, withSpread } from './table.ts';

const rounds = 9;
const items = 2_000_000;

/** What it costs to say what is wrong with a document of nothing but wrong items, beside merely parsing it. */
export async function brokenInventoryPart(): Promise<Part> {
  const path = join(mkdtempSync(join(tmpdir(), 'cutover-bench-')), 'pc.json');
  writeFileSync(path, broken());
  const read = async () => {
    const outcome = await readInventoryFile({ path, scope, collectedBy: 'bench' });
    if (outcome.ok) throw new Error('The broken inventory was believed.');
  };
  const parse = () => JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const times = await timeSideBySide({ read, parse }, { rounds, warmUp: 2, clock: processorTime });
  const [own = [], parsed = []] = [times['read'], times['parse']];
  const [ratio, spread] = [ratioOf(own, parsed), spreadOf(own)];
  return {
    tables: [
      {
        title: `First faults of an inventory of ${items} wrong items`,
        columns: ['', 'ms', 'time ratio'],
        rows: [
          ['cutover', withSpread(spread), asRatio(ratio)],
          ['JSON.parse', withSpread(spreadOf(parsed)), ''],
        ],
        notes: [`Medians of ${rounds} rounds side by side (smallest–largest), processor time.`],
      },
    ],
    claims: [
      {
        says: `what is wrong is said in at most five times the time of JSON.parse: ${ratio.median.toFixed(2)} times`,
        met: ratio.median <= 5,
      },
    ],
    skipped: [],
    data: { times },
  };
}

function broken(): string {
  const whole = { ...fullInventory(1), services: { state: 'read', items: ['HERE'], gaps: [] } };
  return JSON.stringify(whole).replace('"HERE"', Array(items).fill('{}').join(','));
}
