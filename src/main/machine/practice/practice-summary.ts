import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { MachineSummary } from '../../../shared/domain/machine-summary.ts';

const gigabyte = 2 ** 30;

/** A practice computer is a made-up notebook; nothing of the real one is asked for. */
export function practiceSummary({ machine }: Inventory): MachineSummary {
  return {
    hardware: {
      state: 'read',
      facts: { manufacturer: 'Contoso', model: 'Practice Notebook 14', virtual: false },
    },
    system: {
      state: 'read',
      facts: {
        name: machine.osName ?? 'Windows',
        release: machine.osVersion ?? 'not known',
        architecture: machine.architecture,
        memoryBytes: 16 * gigabyte,
      },
    },
    volumes: {
      state: 'read',
      facts: [{ mount: 'C:', sizeBytes: 476 * gigabyte, freeBytes: 212 * gigabyte }],
    },
    battery: { state: 'read', facts: { percent: 83, charging: true, onMains: true } },
  };
}
