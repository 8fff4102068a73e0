import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderStatus } from '../../../shared/domain/inventory/defender-status.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import type { DefenderControl } from '../windows/perform/defender-control.ts';
import { startNumber, startTypeOf } from '../windows/perform/start-types.ts';
import { changesSchema, type Changes } from './computers/practice-computer.ts';
import { surroundingsOf } from './practice-surroundings.ts';

const noSuchService = 1060;
const serviceDisabled = 1058;
const invalidData = 13;

/** Microsoft Defender of a recorded computer; numbers are Windows errors, as on a real one. */
export function practiceControl(
  inventory: () => Inventory,
  change: (changes: Changes) => void,
): DefenderControl {
  const find = (name: string) => serviceOf(inventory(), name);
  const put = (items: Changes['put']) => {
    change({ remove: {}, put: items });
    return 0;
  };
  return {
    ...surroundingsOf(inventory()),
    readStart: (name) => startOf(find(name)),
    writeStart(name, number) {
      const service = find(name);
      const start = startTypeOf(number);
      if (service === undefined || start === undefined) return noSuchService;
      return put({ services: [{ ...service, start }] });
    },
    async start(name) {
      const service = find(name);
      if (service === undefined) return await Promise.resolve(noSuchService);
      return service.start === 'disabled'
        ? serviceDisabled
        : put({ services: [{ ...service, state: 'running' }] });
    },
    state(name) {
      const service = find(name);
      if (service === undefined) return { code: noSuchService };
      return { value: service.state === 'running' ? 'running' : 'stopped' };
    },
    writeNumber: (key, name, data) =>
      put({ defender: [{ key, name, data, inLocalPolicy: false }] }),
    removeValue(key, name) {
      change(changesSchema.parse({ remove: { defender: [`${key}\\${name}`] } }));
      return 0;
    },
  };
}

/** What an update of the signatures changes: only what the recorded status has; a computer without one gets none. */
export function freshSignatures(inventory: Inventory): Changes {
  const defenderStatus = inventory.defenderStatus.items.flatMap(({ name }): DefenderStatus[] => {
    if (name.endsWith('SignatureAge')) return [{ name, data: 0 }];
    return name === 'DefenderSignaturesOutOfDate' ? [{ name, data: false }] : [];
  });
  return { remove: {}, put: { defenderStatus } };
}

function serviceOf({ services }: Inventory, name: string): Service | undefined {
  return services.items.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

function startOf(service: Service | undefined) {
  if (service === undefined) return { code: noSuchService };
  return service.start === 'unknown'
    ? { code: invalidData }
    : { value: startNumber[service.start] };
}
