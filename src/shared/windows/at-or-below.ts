/** Whether a path or key is another one, or lies in it; without regard to case. */
export function isAtOrBelow(path: string, place: string): boolean {
  const [lower, whole] = [path.toLowerCase(), place.toLowerCase()];
  return lower === whole || lower.startsWith(`${whole}\\`);
}
