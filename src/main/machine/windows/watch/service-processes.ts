import { readServiceStates } from '../../sources/windows/read-service-states.ts';

/** The processes in which services run; null when Windows does not tell. */
export type ServiceProcesses = ReadonlySet<number> | null;

/** Asked of the service control manager, at the moment at which something is to be ended. */
export function serviceProcesses(): ServiceProcesses {
  const { states, gaps } = readServiceStates();
  if (gaps.length > 0) return null;
  return new Set(states.flatMap(({ processId }) => (processId === null ? [] : [processId])));
}

/**
 * Whether a process that an uninstaller started may be ended at its limit. A service never: it works for others too, and
 * Windows Installer that is ended in the middle of its work leaves every later installation blocked. Where services are not
 * known, none is taken for a mere program that could be that one.
 */
export function mayBeEnded(
  { pid, image }: { readonly pid: number; readonly image: string },
  services: ServiceProcesses,
): boolean {
  if (services !== null) return !services.has(pid);
  return !serviceHosts.has(image.toLowerCase());
}

const serviceHosts: ReadonlySet<string> = new Set(['msiexec.exe', 'svchost.exe', 'services.exe']);
