import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

/**
 * A million damaged inputs for every reader of what others may have written; the unit tests take a hundred thousand. The
 * same seed gives the same inputs.
 *
 * usage: run.ts [--seed NUMBER] [--inputs NUMBER] [--reader NAME]
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    inputs: { type: 'string', default: '1000000' },
    reader: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'cutover-fuzz-'));
console.log(`seed ${values.seed}`);
let faulty = 0;
try {
  const total = Number(values.inputs);
  const options = { seed: Number(values.seed), total, folder, only: values.reader };
  for await (const { reader, inputs, slowestMs, slowest, faults } of fuzz(options)) {
    console.log(
      `${reader}: ${inputs} inputs, slowest ${slowestMs.toFixed(0)} ms (input ${slowest})`,
    );
    for (const fault of faults) console.log(`  threw at ${fault}`);
    faulty += faults.length;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faulty > 0 ? 1 : 0;
