import { message, type Message } from '../../../../shared/domain/message.ts';
import { managersOf } from '../../../../shared/domain/management.ts';
import type { DefenderControl } from './defender-control.ts';
import { isPolicyKey } from './defender-targets.ts';

/** What has to be known of the computer itself before one of Defender's switches is taken away. */
export type Surroundings = Pick<
  DefenderControl,
  'edition' | 'management' | 'localPolicy' | 'readNumber'
>;

interface Value {
  readonly key: string;
  readonly name: string;
}

/**
 * Why a switch stays as it is on this computer; null when it may go. Asked at the moment of acting, and of nobody but
 * the computer: whatever a plan was made from may be old or come from somewhere else.
 */
export function refuseHere(value: Value, computer: Surroundings): Message | null {
  return refuseTamperProtected(value, computer) ?? refusePolicy(value, computer);
}

const features = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Features';
/** 5 is on; any number that is not known to be off counts as on. */
const offStates: readonly number[] = [0, 4];
const notFound = 2;

function refuseTamperProtected({ name }: Value, computer: Surroundings): Message | null {
  const state = computer.readNumber(features, 'TamperProtection');
  const isOff = 'value' in state ? offStates.includes(state.value) : state.code === notFound;
  if (isOff) return null;
  return message('refused.tamperProtected', { name });
}

function refusePolicy({ key, name }: Value, computer: Surroundings): Message | null {
  if (!isPolicyKey(key)) return null;
  const { known, possible } = managersOf(computer.management());
  const [manager] = known;
  if (manager !== undefined) {
    const why = message(`reactivate.manager.${manager}`);
    return message('refused.policyManaged', { name, why });
  }
  if (possible.length > 0 || computer.edition() === 'unknown') {
    return message('refused.policyMaybeManaged', { name });
  }
  const written = computer.localPolicy()(key, name);
  if (written === false) return null;
  return message('refused.policyLocal', { name });
}
