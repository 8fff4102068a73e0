import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { prepare, removeAbandonedMachines } from '../lab/support/prepare.ts';
import { brokenInventoryPart } from './broken-inventory-part.ts';
import { deepPart } from './deep-part.ts';
import { detectionPart } from './detection-part.ts';
import { folderPart } from './folder-part.ts';
import { inventoryPart } from './inventory-part.ts';
import { labComputer } from './lab-computer.ts';
import { stayOnOneCore } from './one-core.ts';
import { programsPart } from './programs-part.ts';
import { protectionPart } from './protection-part.ts';
import { registryFilesPart } from './registry-files-part.ts';
import { startPart } from './start-part.ts';
import { type Part, renderPart } from './table.ts';
import { windowPart } from './window-part.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const started = performance.now();
const results: Record<string, Part> = {};

// What may use every core comes before the rest is kept on one.
const window = await windowPart();
const folder = await folderPart();
const cores = await stayOnOneCore();
console.log(
  `Cutover bench · ${cpus()[0]?.model ?? 'unknown processor'}, ${cores}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`,
);
show('window', window);
show('folder', folder);
show('start', await startPart());
show('detection', await detectionPart());
show('registryFiles', await registryFilesPart());
show('brokenInventory', await brokenInventoryPart());
show('deep', await deepPart());
await measureInLab();
if (values.json !== undefined)
  await writeFile(values.json, JSON.stringify({ cores, results }, null, 2));
console.log(summary());

async function measureInLab(): Promise<void> {
  const lab = await prepare();
  if (!lab.available) {
    const skipped = [
      `protection, list of programs, whole inventory and peak memory: ${lab.reason}`,
    ];
    return show('lab', { tables: [], claims: [], skipped, data: {} });
  }
  await removeAbandonedMachines();
  await using machine = await labComputer();
  await using guarded = await labComputer('wsc');
  show('protection', await protectionPart(guarded));
  show('programs', await programsPart(machine));
  show('inventory', await inventoryPart(machine));
}

function show(name: string, part: Part): void {
  results[name] = part;
  console.log(renderPart(part));
}

/** A run that measured nothing wrong still says what it left out. */
function summary(): string {
  const parts = Object.values(results);
  const claims = parts.flatMap((part) => part.claims);
  const missed = claims.filter(({ met }) => !met);
  const skipped = parts.flatMap((part) => part.skipped);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  return `${claims.length - missed.length} of ${claims.length} aims met, ${skipped.length} measurements skipped, ${seconds} s.`;
}
