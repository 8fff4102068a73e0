import { expect, test } from 'vitest';
import type { Service } from '../../../../../../src/shared/domain/inventory/services.ts';
import { mergeServices } from '../../../../../../src/main/machine/sources/windows/service-states.ts';

const config: Service = {
  name: 'AVP21.3',
  displayName: '@avp.dll,-1',
  kind: 'service',
  state: 'unknown',
  start: 'auto',
  imagePath: 'C:\\avp.exe -r',
  imageFile: 'C:\\avp.exe',
  imageExists: null,
  markedForDeletion: false,
  account: 'LocalSystem',
  processId: null,
};
const state = {
  name: 'avp21.3',
  displayName: 'Kaspersky',
  type: 0x10,
  state: 'running',
  processId: 12,
} as const;

test('configuration and state meet by name, and the translated name wins', () => {
  expect(mergeServices([config], [state])).toEqual([
    { ...config, state: 'running', processId: 12, displayName: 'Kaspersky' },
  ]);
});

test('a service that only one of the two sources knows is kept, with what is not known left open', () => {
  const hidden = { ...state, name: 'hidden', type: 0x110 };
  const unnamed = { ...state, name: 'driver', type: 1, displayName: '', processId: null };
  expect(mergeServices([config], [hidden, unnamed])).toEqual([
    config,
    {
      name: 'hidden',
      displayName: 'Kaspersky',
      kind: 'service',
      state: 'running',
      start: 'unknown',
      imagePath: null,
      imageFile: null,
      imageExists: null,
      markedForDeletion: null,
      account: null,
      processId: 12,
    },
    expect.objectContaining({ name: 'driver', kind: 'kernelDriver', displayName: null }),
  ]);
});
