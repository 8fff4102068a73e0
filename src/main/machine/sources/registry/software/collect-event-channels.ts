import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { EventChannel } from '../../../../../shared/domain/inventory/software/event-channels.ts';
import { controlSetPath } from '../../../registry/control-set-path.ts';
import type { Registry } from '../../../registry/registry.ts';
import { textOf } from '../../../registry/value-of.ts';
import { SectionReader } from '../reader/section-reader.ts';
import { mentions } from '../reader/mentions.ts';

const channels = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT';

/** Event logs, channels and publishers in whose name one of the hints stands. Microsoft: win32 docs, "Eventlog Key". */
export function collectEventChannels(
  registry: Registry,
  hints: readonly string[],
): Inventory['eventChannels'] {
  const reader = new SectionReader(registry);
  const isHinted = (name: string) => mentions(name, hints);
  const named = (kind: EventChannel['kind'], path: string): EventChannel[] =>
    reader
      .names(path)
      .filter(isHinted)
      .map((name) => ({ key: `${path}\\${name}`, kind, name }));
  // A publisher's key bears an identifier, and its name is the default value.
  const publishers = reader.children(`${channels}\\Publishers`).flatMap((key): EventChannel[] => {
    const name = textOf(key, '');
    return name !== null && isHinted(name) ? [{ key: key.path, kind: 'publisher', name }] : [];
  });
  return reader.section([
    ...named('log', controlSetPath(registry, 'Services\\EventLog')),
    ...named('channel', `${channels}\\Channels`),
    ...publishers,
  ]);
}
