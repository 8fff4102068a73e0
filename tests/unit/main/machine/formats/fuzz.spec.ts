import { expect, it } from 'vitest';
import { fuzz } from '../../../../support/fuzz/fuzz.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('no reader throws at any of a hundred thousand damaged inputs', async () => {
  let inputs = 0;
  const faults: string[] = [];
  for await (const told of fuzz({ seed: 1, total: 100_000, folder: temporaryFolder() })) {
    inputs += told.inputs;
    faults.push(...told.faults);
  }
  expect([inputs >= 100_000, faults]).toEqual([true, []]);
}, 300_000);
