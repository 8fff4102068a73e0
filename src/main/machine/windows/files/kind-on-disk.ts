import type { Access } from '../../../disk/access.ts';
import { openFolder } from '../ffi/folder-security.ts';

const directory = 0x10;
const reparsePoint = 0x400;

/**
 * What a path itself is, asked of the open file or folder: everything that leads elsewhere is a link, also a junction to
 * a volume, which Node takes for a plain folder. Null when nothing is there or Windows does not let us look.
 */
export function kindOnDisk(path: string): Access['kind'] | null {
  const opened = openFolder(path, 'look');
  if (typeof opened === 'number') return null;
  opened.close();
  if ((opened.attributes & reparsePoint) !== 0) return 'link';
  return (opened.attributes & directory) !== 0 ? 'folder' : 'file';
}
