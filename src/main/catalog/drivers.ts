import type { Cited } from './row.ts';

/** A kernel driver by the plain name of its service, without the version that newer products append. */
export interface DriverRow extends Cited {
  readonly name: string;
  readonly purpose: string;
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
  confidence: Cited['confidence'],
  role?: DriverRow['role'],
];

/** Names: Microsoft's list of file system filters; service names: driver lists of real machines. */
const lines: readonly Line[] = [
  ['klif', 'core system interceptor', 'H'],
  ['klflt', 'filter core', 'M'],
  ['klhk', 'hooks', 'M'],
  ['klgse', 'security extender', 'M'],
  ['klim6', 'network packet filter', 'M', 'networkFilter'],
  ['kneps', 'network processor', 'M'],
  ['klwfp', 'network filter', 'M'],
  ['klwtp', 'web traffic filter', 'M'],
  ['klids', 'network attack blocker', 'H'],
  ['kltap', 'network adapter of the VPN', 'M', 'vpn'],
  ['kldisk', 'virtual disk', 'M'],
  ['klpd', 'format recogniser', 'M'],
  ['klpnpflt', 'device filter', 'M'],
  ['klkbdflt', 'keyboard filter', 'M', 'inputFilter'],
  ['klkbdflt2', 'keyboard filter', 'M', 'inputFilter'],
  ['klmouflt', 'mouse filter', 'M', 'inputFilter'],
  ['klbackupflt', 'Backup and Restore', 'H', 'backup'],
  ['klbackupdisk', 'Backup and Restore', 'H', 'backup'],
  ['klelam', 'early launch protection', 'M'],
  ['cm_km', 'encryption module', 'M'],
  ['klboot', 'full disk encryption', 'H', 'diskEncryption'],
  ['klfdefsf', 'full disk encryption', 'H', 'diskEncryption'],
  ['klfle', 'file encryption', 'H', 'fileEncryption'],
  ['klvfs', 'virtual file system of file encryption', 'H', 'fileEncryption'],
  ['klam', 'filter of a server product', 'H'],
  ['klrsps', 'activity sensor', 'H'],
  ['klsnsr', 'activity sensor', 'H'],
  ['klifks', 'activity monitor', 'H'],
  ['klifaa', 'activity monitor', 'H'],
  ['klifsm', 'activity monitor', 'H'],
  ['kldback', 'older filter', 'H'],
  ['kldlinf', 'older filter', 'H'],
  ['kldtool', 'older filter', 'H'],
  ['klcdp', 'older filter', 'H'],
  ['klshadow', 'older filter', 'H'],
  ['klsysrec', 'older filter', 'H'],
  ['klvirt', 'older filter', 'H'],
  ['klsec', 'older filter', 'H'],
  ['kl1', 'driver of products from 2006 to 2010', 'L'],
];

export const drivers: readonly DriverRow[] = lines.map(
  ([name, purpose, confidence, role = null]) => ({
    name,
    purpose,
    role,
    confidence,
    sources: confidence === 'H' ? ['altitudes', 'fieldScripts'] : ['avArtifacts', 'fieldScripts'],
  }),
);

/** Anti-rootkit drivers that updates drop. */
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
