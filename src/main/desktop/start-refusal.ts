import { message, type Message } from '../../shared/domain/message.ts';
import type { ExitCodeName } from '../../shared/domain/run/exit-codes.ts';
import type { OpenedFolder } from '../disk/data-folder.ts';
import { elevatedFlag, foreignArgument } from './desktop-arguments.ts';

/** Why the window does not come up, and with which exit code the program ends. */
export interface StartRefusal {
  readonly exit: ExitCodeName;
  readonly says: Message;
}

/** What the start asks of the computer and of Electron. */
export interface StartPlace {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly changeablePlace: () => Promise<string | null>;
  readonly windowFolder: () => Promise<OpenedFolder | null>;
  /** Has to come before anything of Chromium is written. */
  readonly keepUserData: (folder: string) => void;
}

/**
 * Variables by which Electron and Node write where a person says, or take from there what they run. They were read before our
 * first line, see `docs/threat-model.md`; nothing more is done with them. `NODE_OPTIONS` and its like are fused off.
 * Sources: Electron, `shell/common/logging.cc`; Node.js, "Command-line API".
 */
const foreignVariables: readonly string[] = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_LOG_ASAR_READS',
  'NODE_COMPILE_CACHE',
  'NODE_ICU_DATA',
  'NODE_REDIRECT_WARNINGS',
  'NODE_V8_COVERAGE',
];

/**
 * What is settled in the first lines of the packaged program, while nothing of Chromium runs yet: switches that are not
 * ours open a debugger or another profile with our rights, what others can change must not run with them, and what the
 * window keeps must not lie where the person's other programs write. Null when the window may come up.
 */
export async function startRefusal(
  args: readonly string[],
  { environment, changeablePlace, windowFolder, keepUserData }: StartPlace,
): Promise<StartRefusal | null> {
  const argument = foreignArgument(args);
  if (argument !== undefined)
    return { exit: 'badArguments', says: message('desktop.foreignArgument', { argument }) };
  const variable = foreignVariables.find((name) => environment[name] !== undefined);
  if (variable !== undefined)
    return { exit: 'badArguments', says: message('desktop.foreignVariable', { variable }) };
  const path = await changeablePlace();
  if (path !== null) return { exit: 'unsafePlace', says: message('program.unsafePlace', { path }) };
  const folder = await windowFolder();
  if (folder === null && args.includes(elevatedFlag))
    return { exit: 'notAdministrator', says: message('desktop.notElevated') };
  if (folder === null) return null;
  if (!folder.ok) return { exit: 'cannotWrite', says: folder.why };
  keepUserData(folder.value.path);
  return null;
}
