import type { InputOf } from '../../shared/contract/contract.ts';

/** The only addresses that are ever opened, in the person's own browser. */
export const links: Readonly<Record<InputOf<'openLink'>, string>> = {
  defender:
    'https://support.microsoft.com/windows/stay-protected-with-windows-security-2ae0363d-0ada-c064-8b56-6a39afb6a963',
  windowsSecurity:
    'https://support.microsoft.com/windows/virus-and-threat-protection-in-the-windows-security-app-1362f4cd-d71a-b52a-0b66-c2820032b65e',
  kaspersky: 'https://support.kaspersky.com/common/uninstall',
};

/** Whether an address that the page wants to open is one of them. */
export function isKnownLink(address: string): boolean {
  return Object.values(links).includes(address);
}
