import { useEffect, useState } from 'react';

/** Milliseconds since an ISO moment, counted on by the second. */
export function useTimeSince(iso: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - Date.parse(iso));
}
