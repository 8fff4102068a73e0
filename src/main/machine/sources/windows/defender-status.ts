import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { readWmi } from '../../windows/com/read-wmi.ts';

/**
 * Properties that tell whether Microsoft Defender protects, how old its signatures are, and what it waits for; which
 * of them exist depends on its version. Microsoft: Defender docs, "MSFT_MpComputerStatus".
 */
const properties = [
  'AMRunningMode',
  'AMServiceEnabled',
  'AntivirusEnabled',
  'AntispywareEnabled',
  'RealTimeProtectionEnabled',
  'OnAccessProtectionEnabled',
  'IoavProtectionEnabled',
  'BehaviorMonitorEnabled',
  'NISEnabled',
  'IsTamperProtected',
  'TamperProtectionSource',
  'DefenderSignaturesOutOfDate',
  'AntivirusSignatureAge',
  'AntispywareSignatureAge',
  'NISSignatureAge',
  'AntivirusSignatureLastUpdated',
  'AntivirusSignatureVersion',
  'AMProductVersion',
  'AMServiceVersion',
  'AMEngineVersion',
  'ComputerState',
  'ProductStatus',
  'InitializationProgress',
  'FullScanAge',
  'QuickScanAge',
  'RebootRequired',
  'FullScanRequired',
  'QuickScanOverdue',
  'FullScanOverdue',
  'IsVirtualMachine',
  'DeviceControlState',
  'SmartAppControlState',
] as const;

/** What Microsoft Defender says of itself. Dates are ISO 8601, ages days; null is no value, also a date never reached. */
export async function collectDefenderStatus(limitMs: number): Promise<Inventory['defenderStatus']> {
  return readWmi({
    namespace: 'ROOT\\Microsoft\\Windows\\Defender',
    classes: ['MSFT_MpComputerStatus'],
    properties,
    itemsOf: (row) => [...row].map(([name, data]) => ({ name, data })),
    limitMs,
  });
}
