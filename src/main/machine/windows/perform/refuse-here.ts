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
export function refuseHere(value: Value, computer: Surroundings): string | null {
  return refuseTamperProtected(value, computer) ?? refusePolicy(value, computer);
}

const features = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Features';
/** 5 is on; any number that is not known to be off counts as on. */
const offStates: readonly number[] = [0, 4];
const notFound = 2;

function refuseTamperProtected({ name }: Value, computer: Surroundings): string | null {
  const state = computer.readNumber(features, 'TamperProtection');
  const isOff = 'value' in state ? offStates.includes(state.value) : state.code === notFound;
  if (isOff) return null;
  return `Tamper protection of Microsoft Defender is on, or nobody can tell, so ${name} was left alone. A person changes it in Windows Security.`;
}

function refusePolicy({ key, name }: Value, computer: Surroundings): string | null {
  if (!isPolicyKey(key)) return null;
  const { known, possible } = managersOf(computer.management());
  if (known.length > 0)
    return `${name} is a policy, and an organisation manages this computer (${known.join(', ')}). ${who}`;
  if (possible.length > 0 || computer.edition() === 'unknown') {
    return `${name} is a policy, and it is not known whether an organisation manages this computer (${possible.join(', ')}). ${who}`;
  }
  const written = computer.localPolicy()(key, name);
  if (written === false) return null;
  return `${name} comes, or may come, from the local group policy of this computer, which would write it again. An administrator changes it with gpedit.msc.`;
}

const who = 'Only whoever administers it may change that, so it was left alone.';
