import type { ChangeAction } from '../../../../shared/domain/action.ts';
import { quarantineAmsiProvider, returnAmsiProvider } from '../../quarantine/amsi-provider.ts';
import { quarantineDriverPackage, returnDriverPackage } from '../../quarantine/driver-package.ts';
import { quarantineEventLog, returnEventLog } from '../../quarantine/event-log.ts';
import { quarantineFirewallRule, returnFirewallRule } from '../../quarantine/firewall-rule.ts';
import { quarantineFolder, returnFolder } from '../../quarantine/folder.ts';
import { quarantineKey, quarantineValue, returnKey, returnValue } from '../../quarantine/key.ts';
import { createService, deleteService } from '../../quarantine/service.ts';
import { quarantineTask, returnTask } from '../../quarantine/task.ts';
import { removeRegistryValue } from '../perform/remove-registry-value.ts';
import { setServiceStart } from '../perform/set-service-start.ts';
import { startService } from '../perform/start-service.ts';
import { writeRegistryValue } from '../perform/write-registry-value.ts';
import { registerContinuation } from '../restart/register-continuation.ts';
import { restartComputer } from '../restart/restart-computer.ts';
import { unregisterContinuation } from '../restart/unregister-continuation.ts';
import { createDriver, deleteDriver } from './driver-entry.ts';
import { installNetworkComponent, removeNetworkComponent } from './network-component.ts';
import { putFilterList, takeFromFilterList } from './filter-list.ts';
import { distrustCertificate, trustCertificate } from './root-certificate.ts';

/**
 * How a setting of Windows is changed: everything that needs no process of its own, so that a practice computer has the
 * same performers with the same refusals.
 */
export const changePerformers = {
  startService,
  setServiceStart,
  removeRegistryValue,
  writeRegistryValue,
  takeFromFilterList,
  putFilterList,
  deleteDriver,
  createDriver,
  distrustCertificate,
  trustCertificate,
  removeNetworkComponent,
  installNetworkComponent,
  quarantineFolder,
  returnFolder,
  quarantineKey,
  returnKey,
  quarantineValue,
  returnValue,
  quarantineEventLog,
  returnEventLog,
  quarantineAmsiProvider,
  returnAmsiProvider,
  quarantineFirewallRule,
  returnFirewallRule,
  quarantineDriverPackage,
  returnDriverPackage,
  quarantineTask,
  returnTask,
  deleteService,
  createService,
  registerContinuation,
  unregisterContinuation,
  restartComputer,
} satisfies Partial<Record<ChangeAction['kind'], unknown>>;
