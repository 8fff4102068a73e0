/**
 * Whether a path starts at a drive of this computer. A path on a server is left alone: asking would send the
 * credentials of this account there, and can take minutes.
 */
export function isLocalPath(path: string): boolean {
  return /^(\\\\\?\\)?[a-z]:\\/i.test(path);
}
