import { readLocalPolicy } from '../../sources/windows/local-policy.ts';
import { readManagement } from '../system/management.ts';
import { readSystemFacts } from '../system/system-facts.ts';
import {
  deleteMachineValue,
  readMachineNumber,
  writeMachineNumber,
} from '../ffi/registry-write.ts';
import {
  changeServiceStart,
  readServiceStart,
  serviceStatus,
  startServiceNow,
} from '../ffi/service-control.ts';
import type { DefenderControl } from './defender-control.ts';

export const windowsDefenderControl: DefenderControl = {
  readStart: readServiceStart,
  writeStart: changeServiceStart,
  start: startServiceNow,
  state: serviceStatus,
  readNumber: readMachineNumber,
  writeNumber: writeMachineNumber,
  removeValue: deleteMachineValue,
  edition: () => readSystemFacts().edition,
  management: readManagement,
  localPolicy: readLocalPolicy,
};
