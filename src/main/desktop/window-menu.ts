import type { MenuItemConstructorOptions } from 'electron';
import type { Translator } from '../../shared/words/translator.ts';

/** The menu of the window. Hidden until Alt is pressed; it is here for its keys, above all zoom. */
export function windowMenu({ t }: Translator): MenuItemConstructorOptions[] {
  return menus.map(({ name, roles }) => ({
    label: t(`desktop.menu.${name}`),
    submenu: roles.flatMap((role) => {
      const label = t(`desktop.menu.${role}`);
      const hidden = (accelerator: string): MenuItemConstructorOptions => ({
        role,
        label,
        accelerator,
        visible: false,
        acceleratorWorksWhenHidden: true,
      });
      return [{ role, label }, ...(otherKeys.get(role) ?? []).map(hidden)];
    }),
  }));
}

const menus = [
  { name: 'edit', roles: ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] },
  { name: 'view', roles: ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] },
  { name: 'window', roles: ['minimize', 'close'] },
] as const;

/**
 * The key that a role has by itself is "plus", which means Shift and the key of that sign on an American keyboard; the keys
 * that people press there, on a German keyboard and on the number pad are these. Source: Electron, `accelerator_util.cc`.
 */
const otherKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['resetZoom', ['CommandOrControl+num0']],
  ['zoomIn', ['CommandOrControl+=', 'CommandOrControl+numadd']],
  ['zoomOut', ['CommandOrControl+numsub']],
]);
