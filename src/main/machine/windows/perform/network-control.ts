import type { PerformContext } from '../../machine.ts';
import type { Asked } from './defender-control.ts';
import type { Performed } from './performer.ts';
import type { Workbench } from './repair-control.ts';

/** A component of the network as Windows keeps it now. */
export interface NetworkEntry {
  readonly componentId: string;
  readonly description: string | null;
  readonly service: string | null;
}

/** A package of a driver that Windows can install a component from. */
export interface NetworkPackage {
  /** The name of its file in the folder of Windows, such as `oem12.inf`. */
  readonly inf: string;
  /** Who made it, by that file. */
  readonly provider: string | null;
}

/** What Windows is asked to do with a component of the network. */
export interface NetworkChange {
  readonly change: 'remove' | 'install';
  readonly componentId: string;
  /** Of devices, in braces, as every component has one. */
  readonly classGuid: string;
  /** Which of them; not asked for one that is installed. */
  readonly instanceGuid: string;
}

/** What removing and installing components of the network needs of Windows; null is absence. */
export interface NetworkControl {
  component(instanceKey: string): Asked<NetworkEntry | null>;
  /** Whether a component of that name stands anywhere. */
  isKnown(componentId: string): boolean | null;
  packageOf(componentId: string): Asked<NetworkPackage | null>;
  change(change: NetworkChange, context: PerformContext): Promise<Performed>;
}

/** What has to be there to change components of the network. */
export interface NetworkBench extends Workbench {
  readonly network: NetworkControl;
}
