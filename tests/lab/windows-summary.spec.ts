import { describe, expect, test } from 'vitest';
import { removeOn } from './support/cutover-run.ts';
import { newMachine, noLab } from './support/lab-spec.ts';
import { programsSeen } from './support/processes-seen.ts';

describe.skipIf(noLab)("the summary of the machine's kind", () => {
  test('is asked of Windows itself: no helper program is started for it', async () => {
    const machine = await newMachine();
    const { value, programs } = await programsSeen(machine, () => removeOn(machine));
    const { machineSummary } = value.record;
    expect([machineSummary, programs]).toEqual([
      {
        hardware: expect.objectContaining({ state: expect.any(String) }),
        system: { state: 'read', facts: expect.objectContaining({ upSince: expect.any(String) }) },
        volumes: {
          state: 'read',
          facts: expect.arrayContaining([
            { mount: 'C:', sizeBytes: expect.any(Number), freeBytes: expect.any(Number) },
          ]),
        },
        battery: expect.objectContaining({ state: expect.any(String) }),
      },
      ['node.exe'],
    ]);
  });
});
