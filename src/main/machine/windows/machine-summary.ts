import { arch, release, totalmem, version } from 'node:os';
import { time } from 'systeminformation/lib/osinfo.js';
import { message } from '../../../shared/domain/message.ts';
import type { MachineSummary, SummaryParts } from '../../../shared/domain/machine-summary.ts';
import { readSmbios } from './system/read-smbios.ts';
import {
  firmwareTable,
  powerStatus,
  volumeSpace,
  type PowerStatus,
  type VolumeSpace,
} from './ffi/machine-kind.ts';
import { fixedVolumes } from './files/fixed-volumes.ts';

/** Who is asked; for tests. */
export interface SummarySource {
  readonly firmware: () => Buffer | null;
  readonly volumes: () => readonly string[];
  readonly space: (volume: string) => Promise<VolumeSpace | null>;
  readonly power: () => PowerStatus | null;
}

const windows: SummarySource = {
  firmware: firmwareTable,
  volumes: fixedVolumes,
  space: volumeSpace,
  power: powerStatus,
};

const diskLimitMs = 10_000;

type Part<Name extends keyof MachineSummary> = MachineSummary[Name];

/**
 * Describes this computer for a report, part by part. Windows is asked by its functions and no helper process is
 * started: it would run with our rights, and the person's variables decide which program that is. Never fails.
 */
export async function machineSummary(
  signal: AbortSignal,
  onParts: (parts: SummaryParts) => void,
  source: SummarySource = windows,
  limitMs = diskLimitMs,
): Promise<void> {
  onParts({
    system: systemPart(),
    hardware: hardwarePart(source.firmware()),
    battery: batteryPart(source.power()),
  });
  const volumes = await volumesPart(source, limitMs);
  if (!signal.aborted) onParts({ volumes });
}

const notTold = { state: 'unreadable', reason: message('machineFacts.notTold') } as const;

/** What Node knows by itself, without asking anybody. */
function systemPart(): Part<'system'> {
  const { current, uptime } = time();
  return {
    state: 'read',
    facts: {
      name: version(),
      release: release(),
      architecture: arch(),
      memoryBytes: totalmem(),
      upSince: new Date(current - uptime * 1000).toISOString(),
    },
  };
}

/** In the names of makers and models of virtual machines, as they stand in SMBIOS. */
const virtualNames =
  /virtualbox|vmware|kvm|qemu|bochs|xen\b|domu|parallels|virtual machine|openstack|google compute engine|amazon ec2|nutanix/i;

function hardwarePart(table: Buffer | null): Part<'hardware'> {
  const found = table === null ? null : readSmbios(table);
  if (found === null || (found.manufacturer === null && found.model === null)) return notTold;
  const virtual = virtualNames.test(`${found.manufacturer} ${found.model}`);
  return { state: 'read', facts: { ...found, virtual } };
}

/** A disk that does not answer in time hides the others with it; nothing waits for the report of disks. */
async function volumesPart(source: SummarySource, limitMs: number): Promise<Part<'volumes'>> {
  const facts: { mount: string; sizeBytes: number; freeBytes: number }[] = [];
  const asked = (async () => {
    for (const mount of source.volumes()) {
      const space = await source.space(mount);
      if (space !== null) facts.push({ mount, ...space });
    }
    return true;
  })();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const inTime = await Promise.race([asked, late]);
  clearTimeout(timer);
  if (!inTime) {
    const reason = message('gap.noAnswer', { count: limitMs / 1000 });
    return { state: 'unreadable', reason };
  }
  return facts.length === 0 ? notTold : { state: 'read', facts };
}

const noBattery = 128;
const charging = 8;
const unknown = 255;

function batteryPart(status: PowerStatus | null): Part<'battery'> {
  if (status === null || status.battery === unknown) return notTold;
  if ((status.battery & noBattery) !== 0) return { state: 'read', facts: null };
  if (status.percent > 100 || status.line === unknown) return notTold;
  return {
    state: 'read',
    facts: {
      percent: status.percent,
      charging: (status.battery & charging) !== 0,
      onMains: status.line === 1,
    },
  };
}
