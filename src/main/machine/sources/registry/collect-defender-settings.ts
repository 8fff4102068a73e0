import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../../shared/domain/inventory/defender.ts';
import { defenderServices } from '../../../../shared/domain/protection/defender-services.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';

interface Place {
  readonly key: string;
  readonly names: readonly string[];
}

const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const state = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';

/** Microsoft: Defender for Endpoint docs, "Microsoft Defender Antivirus compatibility" and "Troubleshoot ... when migrating". */
const places: readonly Place[] = [
  { key: policy, names: ['DisableAntiSpyware', 'DisableAntiVirus'] },
  {
    key: `${policy}\\Real-Time Protection`,
    names: [
      'DisableRealtimeMonitoring',
      'DisableBehaviorMonitoring',
      'DisableOnAccessProtection',
      'DisableScanOnRealtimeEnable',
      'DisableIOAVProtection',
    ],
  },
  { key: `${state}\\Real-Time Protection`, names: ['DisableRealtimeMonitoring'] },
  {
    key: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection',
    names: ['ForceDefenderPassiveMode'],
  },
  { key: state, names: ['PassiveMode', 'IsServiceRunning'] },
  { key: `${state}\\Features`, names: ['TamperProtection'] },
];

/** Whether the local group policy of the machine writes a value; null when nobody could look. */
export type LocalPolicy = (key: string, name: string) => boolean | null;

/** Registry values that switch Microsoft Defender or tell its state; only those that exist. */
export function collectDefenderSettings(
  registry: Registry,
  localPolicy: LocalPolicy = () => null,
): Inventory['defender'] {
  const reader = new SectionReader(registry);
  const starts = defenderServices.map(({ name }) => ({
    key: controlSetPath(registry, `Services\\${name}`),
    names: ['Start'],
  }));
  const settings = [...places, ...starts].flatMap(({ key, names }) => {
    const found = reader.key(key);
    return found === null ? [] : names.flatMap((name) => settingOf(found, name, localPolicy));
  });
  return reader.section(settings);
}

function settingOf(key: RegistryKey, name: string, localPolicy: LocalPolicy): DefenderSetting[] {
  const data = key.values.get(name.toLowerCase())?.data;
  if (typeof data !== 'string' && typeof data !== 'number') return [];
  const setting = { key: key.path, name, data };
  const isPolicy = /\\Policies\\/i.test(key.path);
  return [isPolicy ? { ...setting, inLocalPolicy: localPolicy(key.path, name) } : setting];
}
