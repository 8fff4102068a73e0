import type { Cited } from './row.ts';

/** A kernel driver by the plain name of its service, without the version that newer products append. */
export interface DriverRow extends Cited {
  readonly name: string;
  readonly purpose: string;
  /** Altitudes in Microsoft's list of file system filters. */
  readonly altitudes: readonly number[];
  /** Drivers that matter more than others when a product goes. */
  readonly role:
    | 'diskEncryption'
    | 'fileEncryption'
    | 'inputFilter'
    | 'networkFilter'
    | 'backup'
    | 'vpn'
    | null;
}

type Line = readonly [
  name: string,
  purpose: string,
  altitudes: readonly number[],
  confidence: Cited['confidence'],
  role?: DriverRow['role'],
];

/** Names and altitudes: Microsoft's altitude list; service names: driver lists of real machines. */
const lines: readonly Line[] = [
  ['klif', 'core system interceptor', [320400, 320401], 'H'],
  ['klflt', 'filter core', [], 'M'],
  ['klhk', 'hooks', [], 'M'],
  ['klgse', 'security extender', [], 'M'],
  ['klim6', 'network packet filter', [], 'M', 'networkFilter'],
  ['kneps', 'network processor', [], 'M'],
  ['klwfp', 'network filter', [], 'M'],
  ['klwtp', 'web traffic filter', [], 'M'],
  ['klids', 'network attack blocker', [], 'H'],
  ['kltap', 'network adapter of the VPN', [], 'M', 'vpn'],
  ['kldisk', 'virtual disk', [], 'M'],
  ['klpd', 'format recogniser', [], 'M'],
  ['klpnpflt', 'device filter', [], 'M'],
  ['klkbdflt', 'keyboard filter', [], 'M', 'inputFilter'],
  ['klkbdflt2', 'keyboard filter', [], 'M', 'inputFilter'],
  ['klmouflt', 'mouse filter', [], 'M', 'inputFilter'],
  ['klbackupflt', 'Backup and Restore', [100800], 'H', 'backup'],
  ['klbackupdisk', 'Backup and Restore', [44890], 'H', 'backup'],
  ['klelam', 'early launch protection', [], 'M'],
  ['cm_km', 'encryption module', [], 'M'],
  ['klboot', 'full disk encryption', [389510], 'H', 'diskEncryption'],
  ['klfdefsf', 'full disk encryption', [389500], 'H', 'diskEncryption'],
  ['klfle', 'file encryption', [148800, 148810], 'H', 'fileEncryption'],
  ['klvfs', 'virtual file system of file encryption', [44900], 'H', 'fileEncryption'],
  ['klam', 'filter of a server product', [328650, 320450, 320350], 'H'],
  ['klrsps', 'activity sensor', [385815], 'H'],
  ['klsnsr', 'activity sensor', [385810], 'H'],
  ['klifks', 'activity monitor', [362902], 'H'],
  ['klifaa', 'activity monitor', [362901], 'H'],
  ['klifsm', 'activity monitor', [362900], 'H'],
  ['kldback', 'older filter', [320430], 'H'],
  ['kldlinf', 'older filter', [320420], 'H'],
  ['kldtool', 'older filter', [320410], 'H'],
  ['klcdp', 'older filter', [288900], 'H'],
  ['klshadow', 'older filter', [268300], 'H'],
  ['klsysrec', 'older filter', [221500], 'H'],
  ['klvirt', 'older filter', [138100], 'H'],
  ['klsec', 'older filter', [87200], 'H'],
  ['kl1', 'driver of products from 2006 to 2010', [], 'L'],
];

export const drivers: readonly DriverRow[] = lines.map(
  ([name, purpose, altitudes, confidence, role = null]) => ({
    name,
    purpose,
    altitudes,
    role,
    confidence,
    sources: confidence === 'H' ? ['altitudes', 'fieldScripts'] : ['avArtifacts', 'fieldScripts'],
  }),
);

/** Anti-rootkit drivers that updates drop; `klbg` has altitude 320440. */
export const updatableDriver = {
  match: '^klupd_([A-Za-z0-9-]+)_(?:arkmon|mark|klark|klbg|kimul)$',
  confidence: 'H',
  sources: ['altitudes', 'avArtifacts', 'fieldScripts'],
} as const satisfies Cited & { match: string };

/**
 * How a version stands in the name of a driver or of its folder. `line` is the registry line it belongs to;
 * the lines of Endpoint Security are numbered differently, so that its drivers only name the product.
 */
export const driverVersions = [
  {
    match: 'K4W-([0-9]+)-([0-9]+)',
    line: 'AVP$1.$2',
    product: 'kaspersky-home-antivirus',
    confidence: 'H',
    sources: ['fieldScripts', 'fieldNotes'],
  },
  {
    match: 'KES-([0-9]+)-([0-9]+)',
    line: null,
    product: 'kaspersky-endpoint-security',
    confidence: 'U',
    sources: ['vendorListing'],
  },
] as const satisfies readonly (Cited & { match: string; line: string | null; product: string })[];

/** Device classes whose filters must be corrected before such a driver goes. */
export const inputClasses = [
  { guid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}', device: 'keyboard' },
  { guid: '{4D36E96F-E325-11CE-BFC1-08002BE10318}', device: 'mouse' },
] as const;
