import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const support = dirname(fileURLToPath(import.meta.url));

/** Raise it when the way something is built changes, so that old caches are not used. */
export const labVersion = 1;

/** Everything the lab builds lives outside the repository. */
export const labCache =
  process.env['CUTOVER_LAB_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cutover-lab');

export const supportFolder = support;
export const fixtureSources = join(support, '..', 'fixtures');
export const projectFolder = join(support, '..', '..', '..');

/**
 * Folders every Linux root already has, used as mount points, so that the Debian 13 root and the machine's own
 * root work alike: the machine's folder is seen at `/mnt`, the built fixtures (read-only) at `/media`.
 */
export const inside = { machine: '/mnt', prefix: '/mnt/prefix', fixtures: '/media' } as const;
