import type { ActionKind, ActionOf } from '../../../shared/domain/action.ts';
import { changePerformers } from './repair/change-performers.ts';
import type { WindowsHere } from './perform/by-worker.ts';
import type { Performer } from './perform/performer.ts';
import { runUninstaller } from './perform/run-uninstaller.ts';
import { uninstallMsi } from './perform/uninstall-msi.ts';
import { updateDefenderSignatures } from './perform/update-defender-signatures.ts';

/** How each kind of action is carried out on Windows. */
export const performers: { readonly [Kind in ActionKind]: Performer<ActionOf<Kind>, WindowsHere> } =
  { uninstallMsi, runUninstaller, updateDefenderSignatures, ...changePerformers };
