import { win32 } from 'node:path';
import type { Variables } from '../../registry/expand-variables.ts';
import type { Registry } from '../../registry/registry.ts';
import { resolveImagePath } from '../../registry/resolve-image-path.ts';
import { textOf } from '../../registry/value-of.ts';

const serviceKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinDefend';

/**
 * Where Microsoft Defender's own command line is: beside the program of its service, which Windows moves with each
 * new version, or in its first place. Both are folders that only Windows writes to; a service that points anywhere
 * else is not believed. Microsoft: Defender docs, "Use the command line to manage Microsoft Defender Antivirus".
 */
export function mpCmdRunPaths(registry: Registry, variables: Variables): string[] {
  const platform = below(variables.get('PROGRAMDATA'), 'Microsoft\\Windows Defender\\Platform');
  const first = below(variables.get('PROGRAMFILES'), 'Windows Defender');
  const live = serviceFolder(registry, variables);
  const isTrusted =
    live !== null &&
    [platform, first].some(
      (root) => root !== null && `${live}\\`.toLowerCase().startsWith(`${root}\\`.toLowerCase()),
    );
  const folders = new Set([...(isTrusted ? [live] : []), ...(first === null ? [] : [first])]);
  return [...folders].map((folder) => `${folder}\\MpCmdRun.exe`);
}

function below(parent: string | undefined, path: string): string | null {
  return parent === undefined ? null : `${parent}\\${path}`;
}

function serviceFolder(registry: Registry, variables: Variables): string | null {
  const key = registry.readKey(serviceKey);
  const imagePath = key.found ? textOf(key.value, 'ImagePath') : null;
  if (imagePath === null) return null;
  const file = resolveImagePath({ name: 'WinDefend', isDriver: false, imagePath, variables });
  return file === null ? null : win32.dirname(win32.normalize(file));
}
