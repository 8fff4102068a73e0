import { describe, expect, it } from 'vitest';
import { collectEventChannels } from '../../../../../../../src/main/machine/sources/registry/software/collect-event-channels.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const logs = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog';
const winevt = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT';

describe('collectEventChannels', () => {
  it('lists logs, channels and publishers that name the vendor, and no others', () => {
    const registry = treeRegistryOf(
      {
        [`${logs}\\Application`]: {},
        [`${logs}\\Kaspersky Event Log`]: { Retention: 0 },
        [`${winevt}\\Channels\\Kaspersky-Security-Soyuz/Product`]: { Enabled: 1 },
        [`${winevt}\\Channels\\Microsoft-Windows-Kernel-IO/Operational`]: {},
        [`${winevt}\\Publishers\\{1}`]: { '': 'Kaspersky-Security-Soyuz' },
        [`${winevt}\\Publishers\\{2}`]: { '': 'Microsoft-Windows-Kernel-IO' },
        [`${winevt}\\Publishers\\{3}`]: {},
      },
      // Only its readers may open it, but its name is known.
      [`${logs}\\Security`],
    );

    expect(collectEventChannels(registry, ['kaspersky'])).toEqual({
      state: 'read',
      items: [
        { key: `${logs}\\Kaspersky Event Log`, kind: 'log', name: 'Kaspersky Event Log' },
        {
          key: `${winevt}\\Channels\\Kaspersky-Security-Soyuz/Product`,
          kind: 'channel',
          name: 'Kaspersky-Security-Soyuz/Product',
        },
        { key: `${winevt}\\Publishers\\{1}`, kind: 'publisher', name: 'Kaspersky-Security-Soyuz' },
      ],
      gaps: [],
    });
  });
});
