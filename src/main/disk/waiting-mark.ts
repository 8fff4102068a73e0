/** Stands beside a place in a quarantine while something is to come there with the next start of Windows. */
export function waitingMark(place: string): string {
  return `${place}.waits`;
}
