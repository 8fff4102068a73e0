import { describe, expect, it } from 'vitest';
import { collectAssignedSoftware } from '../../../../../../../src/main/machine/sources/registry/software/collect-assigned-software.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const policy = 'Microsoft\\Windows\\CurrentVersion\\Group Policy\\AppMgmt';
const management = 'HKLM\\SOFTWARE\\Microsoft\\EnterpriseDesktopAppManagement';
const machine = 'S-0-0-00-0000000000-0000000000-000000000-000';
const anna = 'S-1-5-21-1-2-3-1001';
const code = '{BCF4CF24-88AB-45E1-A6E6-40C8278A70C5}';

const read = (most?: number) =>
  collectAssignedSoftware(
    treeRegistryOf({
      [`HKLM\\SOFTWARE\\${policy}`]: { 'GPO Name': 'none' },
      [`HKLM\\SOFTWARE\\${policy}\\{1}`]: {
        'Deployment Name': 'Kaspersky Security Center Network Agent',
        'GPO Name': 'Agents',
        'Product ID': code,
        Path: '\\\\server\\share\\agent.msi',
      },
      [`HKU\\${anna}\\Software\\${policy}\\{2}`]: { 'Deployment Name': 'Editor' },
      [`${management}\\${machine}\\MSI\\${code}`]: {
        CurrentDownloadUrl: 'https://acme.example/agent.msi?sig=secret',
      },
      [`${management}\\${anna}\\MSI\\{3}`]: {},
    }),
    most,
  );

describe('collectAssignedSoftware', () => {
  it('lists what is assigned to the computer and to each person, without where it comes from', () => {
    const unknown = { name: null, policyName: null };

    expect(read()).toEqual({
      state: 'read',
      items: [
        {
          key: `HKLM\\SOFTWARE\\${policy}\\{1}`,
          by: 'groupPolicy',
          name: 'Kaspersky Security Center Network Agent',
          productCode: code,
          policyName: 'Agents',
          userSid: null,
        },
        {
          key: `HKU\\${anna}\\Software\\${policy}\\{2}`,
          by: 'groupPolicy',
          ...unknown,
          name: 'Editor',
          productCode: null,
          userSid: anna,
        },
        {
          key: `${management}\\${machine}\\MSI\\${code}`,
          by: 'deviceManagement',
          ...unknown,
          productCode: code,
          userSid: null,
        },
        {
          key: `${management}\\${anna}\\MSI\\{3}`,
          by: 'deviceManagement',
          ...unknown,
          productCode: '{3}',
          userSid: anna,
        },
      ],
      gaps: [],
    });
  });

  it('stops at the limit and says so', () => {
    const { state, items, gaps } = read(2);

    expect([state, items.length, gaps.map(({ reason }) => reason)]).toEqual([
      'partial',
      2,
      ['truncated'],
    ]);
  });
});
