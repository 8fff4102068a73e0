/**
 * The hosts that a setting of the network names, in lower case: `http=127.0.0.1:8080;https=proxy:443`, a list of name
 * servers, or an address with scheme and path.
 */
export function namedHosts(setting: string): readonly string[] {
  return setting
    .toLowerCase()
    .split(/[;,\s]+/)
    .map((part) =>
      part
        .replace(/^[a-z]+=/, '')
        .replace(/^[a-z]+:\/\//, '')
        .replace(/[/\\].*$/, '')
        .replace(/^\[(.*)\](?::\d+)?$/, '$1')
        .replace(/^([^:]*):\d+$/, '$1'),
    )
    .filter((host) => host !== '');
}

/** An address that never leaves the computer. */
export function isThisComputer(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
