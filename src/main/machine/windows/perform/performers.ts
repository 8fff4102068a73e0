import type { ActionKind, ActionOf } from '../../../../shared/domain/action.ts';
import type { WindowsHere } from './by-worker.ts';
import type { Performer } from './performer.ts';
import { removeRegistryValue } from './remove-registry-value.ts';
import { runUninstaller } from './run-uninstaller.ts';
import { setServiceStart } from './set-service-start.ts';
import { startService } from './start-service.ts';
import { uninstallMsi } from './uninstall-msi.ts';
import { updateDefenderSignatures } from './update-defender-signatures.ts';
import { writeRegistryValue } from './write-registry-value.ts';

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
  };
