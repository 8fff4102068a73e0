import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { formatCommandLine } from '../../../../shared/windows/command-line.ts';
import { namesVendor } from '../../quarantine/vendor-places.ts';
import type { NetworkBench, NetworkChange } from '../perform/network-control.ts';
import type { Performer } from '../perform/performer.ts';

type Remove = ActionOf<'removeNetworkComponent'>;
type Install = ActionOf<'installNetworkComponent'>;

/** Lets Windows unbind and remove a component of the vendor whose driver is gone. */
export const removeNetworkComponent: Performer<Remove, NetworkBench> = {
  command: ({ componentId }) => formatCommandLine('netcfg.exe', ['-u', componentId]),
  refuse: (action, here) =>
    refusePlace(action) ??
    refuseOther(action, here) ??
    refuseForeign(action, here) ??
    refuseWorking(action, here),
  before({ componentId, instanceKey }, { network }) {
    const now = network.component(instanceKey);
    if ('code' in now) return now;
    const from = network.packageOf(componentId);
    if ('code' in from) return from;
    return {
      value: {
        kind: 'networkComponent',
        there: now.value !== null,
        description: now.value?.description ?? null,
        inf: from.value?.inf ?? null,
      },
    };
  },
  act: async (action, _before, context, { network }) =>
    await network.change(changeOf('remove', action), context),
};

/** Lets Windows install it again, from the package that it still has. */
export const installNetworkComponent: Performer<Install, NetworkBench> = {
  command: ({ componentId }) => formatCommandLine('netcfg.exe', ['-c', 's', '-i', componentId]),
  refuse: (action, { network }) => {
    const { componentId: name } = action;
    if (network.isKnown(name) !== false) return message('refused.componentThere', { name });
    const from = network.packageOf(name);
    const isThere =
      'value' in from && from.value !== null && namesVendor(from.value.provider ?? '');
    return refusePlace(action) ?? (isThere ? null : message('refused.noPackage', { name }));
  },
  before: ({ description }) => ({
    value: { kind: 'networkComponent', there: false, description, inf: null },
  }),
  act: async (action, _before, context, { network }) =>
    await network.change(changeOf('install', action), context),
};

/**
 * Clients, services and protocols, and no adapters, which are devices. Microsoft: driver docs, "System-Defined Device Setup
 * Classes Available to Vendors".
 */
const places =
  /\\Control\\Network\\(\{4D36E97[345]-E325-11CE-BFC1-08002BE10318\})\\(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})$/i;

function changeOf(
  change: NetworkChange['change'],
  { componentId, instanceKey }: Remove | Install,
): NetworkChange {
  const [, classGuid = '', instanceGuid = ''] = places.exec(instanceKey) ?? [];
  return { change, componentId, classGuid, instanceGuid };
}

function refusePlace({ instanceKey, componentId }: Remove | Install): Message | null {
  // What Windows brings along is called so.
  const isPlain = places.test(instanceKey) && !/^ms_/i.test(componentId);
  return isPlain ? null : message('refused.notAComponent', { key: instanceKey });
}

/** What is gone already needs no permission; Windows is asked all the same. */
function refuseOther(
  { componentId, instanceKey, service }: Remove,
  { network }: NetworkBench,
): Message | null {
  const now = network.component(instanceKey);
  if ('code' in now) return message('refused.componentUnread', { name: componentId });
  if (now.value === null) return null;
  const isIt = isSame(now.value.componentId, componentId) && isSame(now.value.service, service);
  if (isIt) return null;
  const told = { now: now.value.service ?? '', expected: service };
  return message('refused.otherData', { value: `${instanceKey}\\Ndi\\Service`, ...told });
}

/** Whoever made its package says whose it is; where that is gone, what Windows calls it. */
function refuseForeign(
  { componentId: name, instanceKey }: Remove,
  { network }: NetworkBench,
): Message | null {
  const [now, from] = [network.component(instanceKey), network.packageOf(name)];
  if ('code' in now || 'code' in from) return message('refused.componentUnread', { name });
  const maker = from.value === null ? now.value?.description : from.value.provider;
  const isVendors = now.value === null || namesVendor(maker ?? '');
  return isVendors ? null : message('refused.foreignComponent', { name, maker: maker ?? '' });
}

/** A driver that Windows will find is somebody's, whatever a plan says. */
function refuseWorking({ service: name }: Remove, { repair }: NetworkBench): Message | null {
  const entry = repair.driver(name);
  const isGone =
    'value' in entry &&
    (entry.value === null || entry.value.isDone || entry.value.imageExists === false);
  return isGone ? null : message('refused.driverWorks', { name });
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
