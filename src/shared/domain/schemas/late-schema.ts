import type { z } from 'zod';

/** All of zod, as whoever needs the schema has it. */
export type Zod = typeof z;

/** A schema that is made when somebody needs it, once. */
export type LateSchema<T extends z.ZodType> = (zod: Zod) => T;

/** What a late schema describes. */
export type Of<L extends LateSchema<z.ZodType>> = z.infer<ReturnType<L>>;

/**
 * A schema whose module loads without zod. Making a schema takes zod longer than most commands run, and what knows an inventory
 * mostly needs its types and what is told beside them.
 */
export function lateSchema<T extends z.ZodType>(make: LateSchema<T>): LateSchema<T> {
  let made: T | undefined;
  return (zod) => (made ??= make(zod));
}
