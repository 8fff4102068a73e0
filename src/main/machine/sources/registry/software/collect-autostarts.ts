import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { Autostart } from '../../../../../shared/domain/inventory/software/autostarts.ts';
import type { Registry } from '../../../registry/registry.ts';
import { runIdIn } from '../../../../../shared/domain/restart/continuation.ts';
import { textOf } from '../../../registry/value-of.ts';
import { mentions } from '../reader/mentions.ts';
import { SectionReader } from '../reader/section-reader.ts';
import { userHives } from '../reader/user-hives.ts';

const currentVersion = 'Microsoft\\Windows\\CurrentVersion';

/**
 * Programs that start when somebody signs in and in whose name or command one of the hints stands, of the machine and
 * of every person, in both views; and what goes on with a run of ours. Microsoft: win32 docs, "Run and RunOnce Registry Keys".
 */
export function collectAutostarts(
  registry: Registry,
  hints: readonly string[],
): Inventory['autostarts'] {
  const reader = new SectionReader(registry);
  const roots = [
    { path: 'HKLM\\SOFTWARE', userSid: null },
    ...userHives(reader).map((sid) => ({ path: `HKU\\${sid}\\Software`, userSid: sid })),
  ];
  const keys = roots.flatMap(({ path, userSid }) =>
    [path, `${path}\\WOW6432Node`].flatMap((view) =>
      ['Run', 'RunOnce'].map((name) => ({ path: `${view}\\${currentVersion}\\${name}`, userSid })),
    ),
  );
  return reader.section(
    keys.flatMap(({ path, userSid }): Autostart[] => {
      const key = reader.key(path);
      if (key === null) return [];
      return [...key.values.values()].flatMap(({ name }) => {
        const command = textOf(key, name);
        const isHinted = command !== null && [name, command].some((text) => mentions(text, hints));
        const isOurs = command !== null && runIdIn(name) !== null;
        return isHinted || isOurs ? [{ key: key.path, name, command, userSid }] : [];
      });
    }),
  );
}
