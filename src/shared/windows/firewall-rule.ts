/**
 * The parts of a rule of Windows Firewall as the registry has it, by their names in small letters:
 * `v2.31|Action=Allow|Active=TRUE|Dir=In|App=C:\x.exe|Name=x|`. Of a name that stands twice the last counts. Source:
 * Microsoft, "[MS-GPFAS]: Firewall Rule and the Firewall Rule Grammar Rule".
 */
export function partsOfRule(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('|').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, Math.max(at, 0)).toLowerCase(), part.slice(at + 1)] as const;
    }),
  );
}
