import type { MessageId } from '../../shared/domain/message.ts';
import type { Cited } from './row.ts';

/** A kernel driver by the plain name of its service, without the version that newer products append. */
export interface DriverRow extends Cited {
  readonly name: string;
  readonly purpose: Extract<MessageId, `driver.${string}`>;
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
  purpose: DriverRow['purpose'],
  confidence: Cited['confidence'],
  role?: DriverRow['role'],
];

/** Names: Microsoft's list of file system filters; service names: driver lists of real machines. */
const lines: readonly Line[] = [
  ['klif', 'driver.coreInterceptor', 'H'],
  ['klflt', 'driver.filterCore', 'M'],
  ['klhk', 'driver.hooks', 'M'],
  ['klgse', 'driver.securityExtender', 'M'],
  ['klim6', 'driver.packetFilter', 'M', 'networkFilter'],
  ['klim5', 'driver.packetFilter', 'M', 'networkFilter'],
  ['kltdi', 'driver.networkFilter', 'M', 'networkFilter'],
  ['kneps', 'driver.networkProcessor', 'M'],
  ['klwfp', 'driver.networkFilter', 'M'],
  ['klwtp', 'driver.webFilter', 'M'],
  ['klids', 'driver.attackBlocker', 'H'],
  ['kltap', 'driver.vpnAdapter', 'M', 'vpn'],
  ['kldisk', 'driver.virtualDisk', 'M'],
  ['klpd', 'driver.formatRecogniser', 'M'],
  ['klpnpflt', 'driver.deviceFilter', 'M'],
  // Endpoint Security 14 puts it among the filters of the keyboard.
  ['klfltdev', 'driver.deviceFilter', 'M', 'inputFilter'],
  ['klkbdflt', 'driver.keyboardFilter', 'M', 'inputFilter'],
  ['klkbdflt2', 'driver.keyboardFilter', 'M', 'inputFilter'],
  ['klmouflt', 'driver.mouseFilter', 'M', 'inputFilter'],
  ['klbackupflt', 'driver.backup', 'H', 'backup'],
  ['klbackupdisk', 'driver.backup', 'H', 'backup'],
  ['klelam', 'driver.earlyLaunch', 'M'],
  ['cm_km', 'driver.encryptionModule', 'M'],
  ['klboot', 'driver.diskEncryption', 'H', 'diskEncryption'],
  ['klfdefsf', 'driver.diskEncryption', 'H', 'diskEncryption'],
  ['klfle', 'driver.fileEncryption', 'H', 'fileEncryption'],
  ['klvfs', 'driver.encryptedFileSystem', 'H', 'fileEncryption'],
  ['klam', 'driver.serverFilter', 'H'],
  ['klrsps', 'driver.activitySensor', 'H'],
  ['klsnsr', 'driver.activitySensor', 'H'],
  ['klifks', 'driver.activityMonitor', 'H'],
  ['klifaa', 'driver.activityMonitor', 'H'],
  ['klifsm', 'driver.activityMonitor', 'H'],
  ['kldback', 'driver.olderFilter', 'H'],
  ['kldlinf', 'driver.olderFilter', 'H'],
  ['kldtool', 'driver.olderFilter', 'H'],
  ['klcdp', 'driver.olderFilter', 'H'],
  ['klshadow', 'driver.olderFilter', 'H'],
  ['klsysrec', 'driver.olderFilter', 'H'],
  ['klvirt', 'driver.olderFilter', 'H'],
  ['klsec', 'driver.olderFilter', 'H'],
  ['kl1', 'driver.firstGeneration', 'M'],
  ['kl2', 'driver.firstGeneration', 'M'],
  ['klbg', 'driver.antiRootkit', 'L'],
  ['klifsdk', 'driver.coreInterceptor', 'L'],
  ['klips', 'driver.networkFilter', 'L'],
  ['klramdisk', 'driver.virtualDisk', 'L'],
];

export const drivers: readonly DriverRow[] = lines.map(
  ([name, purpose, confidence, role = null]) => ({
    name,
    purpose,
    role,
    confidence,
    sources: confidence === 'H' ? ['altitudes', 'fieldScripts'] : ['avArtifacts', 'driverTables'],
  }),
);

/** Anti-rootkit drivers that updates drop. */
export const updatableDriver = {
  match: '^klupd_(klif|klifsdk|K4W-[0-9]+-[0-9]+|KES-[0-9]+-[0-9]+)_[a-z]+(?:64)?$',
  confidence: 'H',
  sources: ['altitudes', 'avArtifacts', 'fieldScripts'],
} as const satisfies Cited & { match: string };

/** Any further driver of a line, whose name bears the version as no driver of others does. */
export const versionedDriver = {
  match: '^kl[a-z0-9]*\\.(?:K4W|KES)-[0-9]+-[0-9]+$',
  confidence: 'H',
  sources: ['driverTables'],
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
    confidence: 'H',
    sources: ['driverTables'],
  },
] as const satisfies readonly (Cited & { match: string; line: string | null; product: string })[];

/** The driver of the engine that other vendors build in. */
export const embeddedDriver = {
  match: '^(?:klifsdk|klupd_klifsdk_[a-z]+(?:64)?)$',
  confidence: 'L',
  sources: ['driverTables'],
} as const satisfies Cited & { match: string };

/** A module that projects of others install by itself: alone it says nothing about a product of the vendor. */
export const sharedDriver = {
  match: '^klhk$',
  confidence: 'H',
  sources: ['hookProjects'],
} as const satisfies Cited & { match: string };

/** Device classes whose filters must be corrected before such a driver goes. */
export const inputClasses = [
  { guid: '{4D36E96B-E325-11CE-BFC1-08002BE10318}', device: 'device.keyboard' },
  { guid: '{4D36E96F-E325-11CE-BFC1-08002BE10318}', device: 'device.mouse' },
] as const;
