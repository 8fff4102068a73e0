import { parseCommandLine } from '../../../shared/windows/command-line.ts';
import { expandVariables, type Variables } from './expand-variables.ts';

export interface ImagePathQuestion {
  /** Name of the service or driver. */
  readonly name: string;
  readonly isDriver: boolean;
  readonly imagePath: string | null;
  readonly variables: Variables;
}

/**
 * The program or `.sys` file a service entry points at, without arguments; null when that cannot be said for
 * certain. Drivers have no arguments, so blanks belong to their path, and one without a path is
 * `System32\drivers\<name>.sys`. Microsoft: driver docs, "INF AddService directive" and "Registry Trees and
 * Keys for Devices and Drivers".
 */
export function resolveImagePath(question: ImagePathQuestion): string | null {
  const { name, isDriver, imagePath, variables } = question;
  const systemRoot = variables.get('SYSTEMROOT');
  if (imagePath === null) {
    return isDriver && systemRoot !== undefined
      ? `${systemRoot}\\System32\\drivers\\${name}.sys`
      : null;
  }
  const expanded = expandVariables(imagePath, variables).trim();
  const file = isDriver ? unquote(expanded) : programOf(stripPrefix(expanded));
  return file === null ? null : absolutePath(stripPrefix(file), systemRoot, isDriver);
}

function unquote(text: string): string {
  return text.replace(/^"([^"]*)".*$/s, '$1');
}

/** Ways in which the kernel writes a path that starts at a drive. */
function stripPrefix(text: string): string {
  return text.replace(/^(?:\\\?\?\\|\\\\[?.]\\|\\DosDevices\\)(?=[a-z]:)/i, '');
}

function programOf(commandLine: string): string | null {
  const parsed = parseCommandLine(commandLine);
  if (!parsed.ok) return null;
  if (/\.[^\\.]+$/.test(parsed.program)) return parsed.program;
  // An unquoted path with blanks may have been cut in the middle of a folder's name.
  const isCut = !commandLine.startsWith('"') && parsed.args.join(' ').includes('\\');
  return isCut ? null : `${parsed.program}.exe`;
}

function absolutePath(
  path: string,
  systemRoot: string | undefined,
  isDriver: boolean,
): string | null {
  if (/^[a-z]:\\/i.test(path) || /^\\\\[^?.\\]/.test(path)) return path;
  if (systemRoot === undefined || path === '' || path.includes('%')) return null;
  const below = /^\\SystemRoot\\(.+)$/i.exec(path)?.[1];
  if (below !== undefined) return `${systemRoot}\\${below}`;
  if (/^[\\/]|:/.test(path)) return null;
  // The kernel starts at SystemRoot; a bare program name is searched for, first in System32.
  return path.includes('\\') || isDriver
    ? `${systemRoot}\\${path}`
    : `${systemRoot}\\System32\\${path}`;
}
