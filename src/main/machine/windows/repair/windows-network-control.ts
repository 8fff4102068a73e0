import { message } from '../../../../shared/domain/message.ts';
import { textOf } from '../../registry/value-of.ts';
import { collectNetworkComponents } from '../../sources/registry/collect-network-components.ts';
import { win32 } from '../ffi/win32-error.ts';
import { packageInfs } from '../files/package-infs.ts';
import { byWorker, type Workers } from '../perform/by-worker.ts';
import type { NetworkControl } from '../perform/network-control.ts';
import { WindowsRegistry } from '../system/windows-registry.ts';
import { describeEnd } from '../worker-client/describe-end.ts';

/** Who installs an adapter or a VPN configures the network for some seconds, on a slow computer for longer. Milliseconds. */
const longestLockWaitMs = 60_000;

/** Whether the change was made is not known then. */
const byHalf = message('network.byHalf');

/** Components of the network of this computer, which a worker changes. */
export function windowsNetwork(workers: Workers): NetworkControl {
  return {
    component(instanceKey) {
      const registry = new WindowsRegistry();
      const key = registry.readKey(instanceKey);
      const componentId = key.found ? textOf(key.value, 'ComponentId') : null;
      if (!key.found && key.gap !== null) return { code: win32.accessDenied };
      if (!key.found || componentId === null) return { value: null };
      const ndi = registry.readKey(`${instanceKey}\\Ndi`);
      if (!ndi.found && ndi.gap !== null) return { code: win32.accessDenied };
      const service = ndi.found ? textOf(ndi.value, 'Service') : null;
      return { value: { componentId, service, description: textOf(key.value, 'Description') } };
    },
    isKnown(componentId) {
      const { items, gaps } = collectNetworkComponents(new WindowsRegistry());
      if (items.some((each) => isSame(each.componentId, componentId))) return true;
      return gaps.length > 0 ? null : false;
    },
    packageOf(componentId) {
      const infs = packageInfs([componentId]);
      if (infs === null) return { code: win32.accessDenied };
      const found = infs.find(({ facts }) =>
        facts.hardwareIds.some((each) => isSame(each, componentId)),
      );
      const none = found === undefined;
      return { value: none ? null : { inf: found.name, provider: found.facts.provider } };
    },
    async change(change, context) {
      const lockWaitMs = Math.min(longestLockWaitMs, context.timeLimitMs);
      const work = {
        kind: 'network-component',
        request: { ...change, lockWaitMs },
        secrets: [],
        waitingFor: message('waiting.networkChange'),
        describe: describeEnd(byHalf, byHalf),
      } as const;
      return (await byWorker(work, context, workers)).performed;
    },
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
