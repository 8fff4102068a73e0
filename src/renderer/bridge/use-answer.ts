import { startTransition, useOptimistic } from 'react';

/**
 * An answer of the person that the engine holds. Shown at once when it is given; when the engine refuses, the old
 * one comes back.
 */
export function useAnswer<T>(
  held: T,
  send: (answer: T) => Promise<boolean>,
): readonly [T, (answer: T) => void] {
  const [shown, show] = useOptimistic(held);
  const give = (answer: T) =>
    startTransition(async () => {
      show(answer);
      await send(answer);
    });
  return [shown, give];
}
