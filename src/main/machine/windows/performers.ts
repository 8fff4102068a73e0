import type { ActionKind, ActionOf } from '../../../shared/domain/action.ts';
import { quarantineFolder, returnFolder } from '../quarantine/folder.ts';
import { quarantineKey, quarantineValue, returnKey, returnValue } from '../quarantine/key.ts';
import { createService, deleteService } from '../quarantine/service.ts';
import type { WindowsHere } from './perform/by-worker.ts';
import type { Performer } from './perform/performer.ts';
import { removeRegistryValue } from './perform/remove-registry-value.ts';
import { runUninstaller } from './perform/run-uninstaller.ts';
import { setServiceStart } from './perform/set-service-start.ts';
import { startService } from './perform/start-service.ts';
import { uninstallMsi } from './perform/uninstall-msi.ts';
import { createDriver, deleteDriver } from './repair/driver-entry.ts';
import { putFilterList, takeFromFilterList } from './repair/filter-list.ts';
import { distrustCertificate, trustCertificate } from './repair/root-certificate.ts';
import { updateDefenderSignatures } from './perform/update-defender-signatures.ts';
import { writeRegistryValue } from './perform/write-registry-value.ts';

/** How each kind of action is carried out on Windows. */
export const performers: { readonly [Kind in ActionKind]: Performer<ActionOf<Kind>, WindowsHere> } =
  {
    uninstallMsi,
    runUninstaller,
    startService,
    setServiceStart,
    removeRegistryValue,
    writeRegistryValue,
    updateDefenderSignatures,
    takeFromFilterList,
    putFilterList,
    deleteDriver,
    createDriver,
    distrustCertificate,
    trustCertificate,
    quarantineFolder,
    returnFolder,
    quarantineKey,
    returnKey,
    quarantineValue,
    returnValue,
    deleteService,
    createService,
  };
