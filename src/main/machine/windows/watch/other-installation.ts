import { win32 } from 'node:path';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { parseCommandLine } from '../../../../shared/windows/command-line.ts';
import { collectProcesses } from '../../sources/windows/processes.ts';
import { systemFolder } from '../ffi/library.ts';
import { commandLineOf } from '../ffi/process-command-line.ts';
import { quotable } from './doing.ts';
import { serviceProcesses, type ServiceProcesses } from './service-processes.ts';

interface Running {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  readonly path: string | null;
}

/** What is known of the processes of a computer. */
export interface Surroundings {
  readonly processes: readonly Running[];
  readonly services: ServiceProcesses;
  readonly systemFolder: string;
  readonly commandLineOf: (pid: number) => string | null;
}

/**
 * Names another installation, as it follows "waiting for". Windows says that one is under way and not which; the service of
 * Windows Installer does it for whoever asked. A program of Windows that asks it at this moment is a guess, and told as one.
 */
export function otherInstallation(around: () => Surroundings = ownSurroundings): Message {
  try {
    return nameOther(around());
  } catch {
    // The wait is not to end because nobody knows for whom.
    return message('waiting.otherInstallation');
  }
}

function nameOther(around: Surroundings): Message {
  const client = around.processes.find((each) => isClient(each, around));
  if (client === undefined) return message('waiting.otherInstallation');
  const { pid } = client;
  const program = quotable((parentOf(client, around) ?? client).name);
  const what = packageOf(around.commandLineOf(pid) ?? '');
  return what === null
    ? message('waiting.otherInstallation.by', { program, pid: String(pid) })
    : message('waiting.otherInstallation.of', { what: quotable(what), program, pid: String(pid) });
}

function parentOf({ parentPid }: Running, { processes }: Surroundings): Running | undefined {
  return processes.find(({ pid }) => pid === parentPid);
}

/** Windows' own program, which neither is the service nor was started by it for the actions of a package. */
function isClient(process: Running, around: Surroundings): boolean {
  const { services } = around;
  if (services === null || !isInstaller(process, around.systemFolder)) return false;
  const parent = parentOf(process, around);
  const isServer = parent !== undefined && isInstaller(parent, around.systemFolder);
  return !services.has(process.pid) && !(isServer && services.has(parent.pid));
}

function isInstaller({ path }: Running, folder: string): boolean {
  const homes = [folder, win32.join(win32.dirname(folder), 'SysWOW64')];
  const programs = homes.map((home) => win32.join(home, 'msiexec.exe').toLowerCase());
  return path !== null && programs.includes(path.toLowerCase());
}

/** Install, administrative install, uninstall, repair, patch, advertise (Microsoft: win32 docs, "Command-Line Options"). */
const verb = /^[-/](?:i|package|a|x|uninstall|f[pocdevamus]*|p|update|j[um]?)$/i;
/** The form in which Windows itself writes it for "Programs and Features". */
const attached = /^[-/][ix](\{[0-9a-f-]{36}\})$/i;

/** The file or product code that an `msiexec` was asked for, and nothing else: the rest can hold passwords. */
export function packageOf(commandLine: string): string | null {
  // Its own name may lack quotation marks, and ends at the first blank all the same.
  const rest = /^\s*(?:"[^"]*"|\S+)(.*)$/s.exec(commandLine)?.[1] ?? '';
  const parsed = parseCommandLine(`"msiexec.exe"${rest}`);
  if (!parsed.ok) return null;
  const code = parsed.args.flatMap((arg) => attached.exec(arg)?.[1] ?? [])[0];
  if (code !== undefined) return code;
  const at = parsed.args.findIndex((arg) => verb.test(arg));
  const asked = at < 0 ? undefined : parsed.args[at + 1];
  return asked === undefined || asked.includes('=') ? null : win32.basename(asked);
}

function ownSurroundings(): Surroundings {
  const section = collectProcesses();
  return {
    processes: 'items' in section ? section.items : [],
    services: serviceProcesses(),
    systemFolder: systemFolder(),
    commandLineOf,
  };
}
