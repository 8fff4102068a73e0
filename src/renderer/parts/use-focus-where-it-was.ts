import { useEffect, useRef } from 'react';

/** Longer than a dialogue takes to close, which has the focus until then. */
const closedMs = 600;

/** The button that was pressed may be gone with what it was for; the focus then goes on to what came of it. */
export function useFocusWhereItWas() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const takeOver = () => {
      if (document.activeElement === document.body) ref.current?.focus();
    };
    takeOver();
    const timer = setTimeout(takeOver, closedMs);
    return () => clearTimeout(timer);
  }, []);
  return ref;
}
