import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import { readSection } from '../../../../shared/domain/section.ts';
import { fileExists } from '../../windows/files/file-exists.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';
import { readServiceStates, type ServiceState } from './read-service-states.ts';

/**
 * The services and drivers that the registry configures, with what the service control manager tells: whether they run.
 * One that only the registry knows may be marked for deletion; one that only the manager knows hides its key.
 */
export async function withServiceStates(
  configs: Inventory['services'],
): Promise<Inventory['services']> {
  const { states, gaps } = readServiceStates();
  const services = mergeServices(configs.items, states);
  const checked = await Promise.all(services.map(withImageExists));
  return readSection(checked, [...configs.gaps, ...gaps]);
}

/** Joined by name, without regard to case. */
export function mergeServices(
  configs: readonly Service[],
  states: readonly ServiceState[],
): Service[] {
  const byName = new Map(states.map((state) => [state.name.toLowerCase(), state]));
  const configured = configs.map((config) => {
    const state = byName.get(config.name.toLowerCase());
    byName.delete(config.name.toLowerCase());
    return state === undefined ? config : { ...config, ...running(state) };
  });
  return [...configured, ...[...byName.values()].map(withoutConfig)];
}

/** The manager translates names that the registry only refers to, such as `@afd.sys,-1000`. */
function running({ state, processId, displayName }: ServiceState) {
  return { state, processId, displayName: displayName === '' ? null : displayName };
}

const kinds: Readonly<Record<number, Service['kind']>> = {
  0x1: 'kernelDriver',
  0x2: 'fileSystemDriver',
  0x10: 'service',
  0x20: 'service',
};

function withoutConfig(state: ServiceState): Service {
  return {
    name: state.name,
    kind: kinds[state.type & ~0x100] ?? 'other',
    start: 'unknown',
    imagePath: null,
    imageFile: null,
    imageExists: null,
    markedForDeletion: null,
    account: null,
    ...running(state),
  };
}

async function withImageExists(service: Service): Promise<Service> {
  const { imageFile } = service;
  if (imageFile === null || !isLocalPath(imageFile)) return service;
  return { ...service, imageExists: await fileExists(imageFile) };
}
