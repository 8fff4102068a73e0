import { z } from 'zod';

/**
 * The format that a document names. The newest is what is written; those before it are read and taken for it, and a
 * reader refuses any other.
 */
export function formatSchema<const Newest extends string>(
  newest: Newest,
  ...before: readonly string[]
) {
  return z.preprocess(
    (named) => (before.some((each) => each === named) ? newest : named),
    z.literal(newest),
  );
}
