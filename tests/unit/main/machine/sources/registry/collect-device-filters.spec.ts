import { describe, expect, it } from 'vitest';
import { collectDeviceFilters } from '../../../../../../src/main/machine/sources/registry/collect-device-filters.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';

const devices = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum';
const keyboard = 'HID\\VID_045E&PID_07B2&MI_00\\8&2B1C9F0&0&0000';
const mouse = 'ACPI\\SYN1F00\\4&15D5A09F&0';
const keyboardClass = '{4d36e96b-e325-11ce-bfc1-08002be10318}';

describe('collectDeviceFilters', () => {
  it('lists the devices that have filters of their own, and no others', () => {
    const registry = treeRegistryOf({
      [`${devices}\\${keyboard}`]: {
        DeviceDesc: '@keyboard.inf,%hid.keyboarddevice%;HID Keyboard Device',
        FriendlyName: 'Keyboard of Anna',
        ClassGUID: keyboardClass,
        UpperFilters: ['klkbdflt', ''],
      },
      [`${devices}\\${mouse}`]: { DeviceDesc: 'Pointing device', LowerFilters: 'SynRMIHID' },
      [`${devices}\\ROOT\\SYSTEM\\0000`]: { DeviceDesc: 'Timer', UpperFilters: [] },
      [`${devices}\\${keyboard}\\Properties`]: { UpperFilters: ['klkbdflt'] },
    });

    expect(collectDeviceFilters(registry)).toEqual({
      state: 'read',
      items: [
        {
          instanceId: keyboard,
          classGuid: keyboardClass,
          description: 'HID Keyboard Device',
          upperFilters: ['klkbdflt'],
          lowerFilters: [],
        },
        {
          instanceId: mouse,
          classGuid: null,
          description: 'Pointing device',
          upperFilters: [],
          lowerFilters: ['SynRMIHID'],
        },
      ],
      gaps: [],
    });
  });

  it('looks into the control set of an export that has no link to it', () => {
    const registry = treeRegistryOf({
      'HKLM\\SYSTEM\\Select': { Current: 2 },
      [`HKLM\\SYSTEM\\ControlSet002\\Enum\\${mouse}`]: { UpperFilters: ['klmouflt'] },
    });

    expect(collectDeviceFilters(registry).items.map(({ instanceId }) => instanceId)).toEqual([
      mouse,
    ]);
  });

  it('is empty where no device is filtered, and not known where no device was recorded', () => {
    const nothing = treeRegistryOf({ [`${devices}\\${mouse}`]: {} });
    const closed = treeRegistryOf({ [devices]: {} }, [devices]);

    expect([collectDeviceFilters(nothing).state, collectDeviceFilters(closed).state]).toEqual([
      'empty',
      'unreadable',
    ]);
  });

  it('stops at the limit and says so', () => {
    const registry = treeRegistryOf({
      [`${devices}\\USB\\A\\1`]: { UpperFilters: ['one'] },
      [`${devices}\\USB\\B\\1`]: { UpperFilters: ['two'] },
    });

    const { state, items, gaps } = collectDeviceFilters(registry, 1);

    expect([state, items.length, gaps.map(({ reason, subject }) => [reason, subject])]).toEqual([
      'partial',
      1,
      [['truncated', devices]],
    ]);
  });
});
