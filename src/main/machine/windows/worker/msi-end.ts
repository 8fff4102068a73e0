const successCodes: ReadonlySet<number> = new Set([0, 1641, 3010]);
const mostSaid = 3;

/** True when Windows Installer says that it has done what was asked, maybe with a restart to come. */
export function isMsiSuccess(code: number): boolean {
  return successCodes.has(code);
}

/**
 * The last of what the package itself said, because only that tells a refused password from other failures; null when
 * it succeeded or said nothing. What the code means is a matter of the engine.
 */
export function saidAtEnd(code: number, errors: readonly string[]): string | null {
  const said = [...new Set(errors)].filter((text) => text !== '').slice(-mostSaid);
  return isMsiSuccess(code) || said.length === 0 ? null : said.join(' ');
}
