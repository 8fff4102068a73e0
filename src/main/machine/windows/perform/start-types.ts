import type { StartType } from '../../../../shared/domain/action.ts';

/** Numbers of `winsvc.h`. */
export const startNumber: Readonly<Record<StartType, number>> = {
  boot: 0,
  system: 1,
  auto: 2,
  demand: 3,
  disabled: 4,
};

/** Undefined for a number that Windows does not know. */
export function startTypeOf(number: number): StartType | undefined {
  const types = Object.keys(startNumber) as readonly StartType[];
  return types.find((type) => startNumber[type] === number);
}
