import { message, type Message } from './message.ts';

/**
 * What the catalog calls a product, or a part of one, that bears no name of its own on a machine. Such a name is said in
 * the language of whoever reads it, as `productName.<key>`; what a machine calls something is never translated.
 */
export const describedProducts = {
  homeAntivirus: 'Kaspersky (Free, Basic, Standard, Plus or Premium)',
  anyHomeAntivirus: 'Kaspersky antivirus for home users',
  mailSecurity: 'Kaspersky Security for mail and gateway servers',
  embeddedOrIndustrial: 'Kaspersky Embedded Systems Security or Industrial CyberSecurity for Nodes',
  windowsServers: 'Kaspersky Anti-Virus for Windows servers',
  administrationTools: 'Kaspersky administration tools',
  engineInside: 'A product of another vendor with the Kaspersky engine',
  removalTool: 'Kaspersky removal tool (kavremover)',
  drivers: 'Drivers of a Kaspersky product',
  hypervisorModule: 'Kaspersky hypervisor module (klhk)',
  encryptionModule: 'Kaspersky encryption module',
  rootCertificate: 'Root certificate of a Kaspersky product',
  browserExtension: 'Kaspersky Protection (browser extension)',
  securityCenterEntry: 'Kaspersky entry in Windows Security',
  other: 'Unidentified Kaspersky product',
} as const;

type Described = keyof typeof describedProducts;

const keys = new Map<string, Described>(
  Object.entries(describedProducts).map(([key, name]) => [name, key as Described]),
);

/** The name of a product as it is said: its own as it stands, a description of the catalog's in every language. */
export function spokenName(name: string): string | Message {
  const key = keys.get(name);
  return key === undefined ? name : message(`productName.${key}`);
}

interface Named {
  readonly name: string;
  readonly version: string | null;
}

/** What a product is called where several are listed: by its version too where another one bears its name. */
export function nameAmong({ name, version }: Named, all: readonly Pick<Named, 'name'>[]): string {
  const isShared = all.filter((each) => each.name === name).length > 1;
  return isShared && version !== null ? `${name} ${version}` : name;
}
