import type { Cited } from './row.ts';

/** The image name of a program of the vendor. */
export interface ProcessRow extends Cited {
  readonly image: string;
  readonly products: readonly string[];
  /** A tool that runs without being installed. */
  readonly portable: boolean;
}

const antivirus = [
  'kaspersky-for-windows',
  'kaspersky-home-antivirus',
  'kaspersky-endpoint-security',
];
const server = ['kaspersky-security-for-windows-server', 'kaspersky-embedded-systems-security'];
const agent = ['kaspersky-network-agent'];
const center = ['kaspersky-security-center'];

type Line = readonly [image: string, products: readonly string[], confidence: Cited['confidence']];

const lines: readonly Line[] = [
  ['avp.exe', antivirus, 'H'],
  ['avp.com', antivirus, 'M'],
  ['avpui.exe', antivirus, 'M'],
  ['avpsus.exe', ['kaspersky-endpoint-security'], 'H'],
  ['kescli.exe', ['kaspersky-endpoint-security'], 'U'],
  ['klwtblfs.exe', antivirus, 'M'],
  ['wmiav.exe', antivirus, 'M'],
  ['vssbridge64.exe', antivirus, 'M'],
  ['uninstallation_assistant_host.exe', antivirus, 'L'],
  ['plugins_nms.exe', antivirus, 'L'],
  ['ksde.exe', ['kaspersky-vpn'], 'H'],
  ['ksdeui.exe', ['kaspersky-vpn'], 'M'],
  ['kpm.exe', ['kaspersky-password-manager'], 'M'],
  ['klnagent.exe', agent, 'H'],
  ['klnagchk.exe', agent, 'M'],
  ['klmover.exe', agent, 'M'],
  ['klpsm.exe', agent, 'M'],
  ['klbackup.exe', center, 'M'],
  ['klserver.exe', center, 'L'],
  ['klactprx.exe', center, 'L'],
  ['klcsweb.exe', center, 'L'],
  ['ksnproxy.exe', center, 'U'],
  ['kavfs.exe', server, 'H'],
  ['kavfsgt.exe', server, 'M'],
  ['kavfswp.exe', server, 'M'],
  ['kavfswh.exe', server, 'M'],
  ['kavfsscs.exe', server, 'L'],
  ['kavshell.exe', server, 'H'],
  ['soyuz.exe', ['kaspersky-endpoint-agent'], 'U'],
];

const portable: readonly Line[] = [
  ['kvrt.exe', ['kaspersky-virus-removal-tool'], 'L'],
  ['tdsskiller.exe', ['kaspersky-tdsskiller'], 'M'],
  ['kavremvr.exe', ['kaspersky-removal-tool'], 'M'],
  ['kavremover.exe', ['kaspersky-removal-tool'], 'M'],
  ['cleanapi.exe', ['kaspersky-removal-tool'], 'M'],
];

export const processes: readonly ProcessRow[] = [
  ...lines.map((line) => rowOf(line, false)),
  ...portable.map((line) => rowOf(line, true)),
];

function rowOf([image, products, confidence]: Line, isPortable: boolean): ProcessRow {
  const sources = confidence === 'U' ? (['vendorListing'] as const) : (['fieldScripts'] as const);
  return { image, products, portable: isPortable, confidence, sources };
}
