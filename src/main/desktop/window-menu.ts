import type { MenuItemConstructorOptions } from 'electron';
import type { Translator } from '../../shared/words/translator.ts';

/** The menu of the window. Hidden until Alt is pressed; it is here for its keys, above all zoom. */
export function windowMenu({ t }: Translator): MenuItemConstructorOptions[] {
  return menus.map(({ name, roles }) => ({
    label: t(`desktop.menu.${name}`),
    submenu: roles.map((role) => ({ role, label: t(`desktop.menu.${role}`) })),
  }));
}

const menus = [
  { name: 'edit', roles: ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] },
  { name: 'view', roles: ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] },
  { name: 'window', roles: ['minimize', 'close'] },
] as const;
