import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { NetworkComponent } from '../../../shared/domain/inventory/network-components.ts';
import type { NetworkControl } from '../windows/perform/network-control.ts';
import { changesSchema, type Changes } from './computers/practice-computer.ts';

/**
 * Components of the network of a recorded computer. Of what it was recorded with, packages are not a part: each component
 * has one, and is made again as `recorded` has it.
 */
export function practiceNetwork(
  inventory: () => Inventory,
  change: (changes: Changes) => void,
  recorded: Inventory,
): NetworkControl {
  const all = () => inventory().networkComponents.items;
  const known = (componentId: string) =>
    [...all(), ...recorded.networkComponents.items].find((each) => isSame(each, componentId));
  return {
    component: (instanceKey) => ({
      value: all().find((each) => each.instanceKey === instanceKey) ?? null,
    }),
    isKnown: (componentId) => all().some((each) => isSame(each, componentId)),
    packageOf(componentId) {
      const component = known(componentId);
      if (component === undefined) return { value: null };
      return { value: { inf: 'oem1.inf', provider: component.description } };
    },
    async change({ change: how, componentId }) {
      const component = known(componentId);
      if (component !== undefined) change(changed(how, component));
      return await Promise.resolve({ ended: 'exited', exitCode: 0 });
    },
  };
}

function changed(how: 'remove' | 'install', component: NetworkComponent): Changes {
  return changesSchema.parse(
    how === 'remove'
      ? { remove: { networkComponents: [component.componentId] } }
      : { remove: {}, put: { networkComponents: [component] } },
  );
}

function isSame({ componentId }: NetworkComponent, other: string): boolean {
  return componentId.toLowerCase() === other.toLowerCase();
}
