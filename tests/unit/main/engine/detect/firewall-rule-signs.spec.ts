import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import {
  inventoryOf,
  signedBy,
  type InventoryFacts,
} from '../../../../support/inventory-builder.ts';

const program = 'C:\\Program Files (x86)\\Kaspersky Lab\\NetworkAgent\\klnagent.exe';

const found = (facts: InventoryFacts) =>
  detect(inventoryOf(facts)).map(
    ({ productId, state, confidence }) => `${productId} | ${state} | ${confidence}`,
  );

describe('a rule of the firewall', () => {
  it('hints at what remains when it lets a program of the vendor through', () => {
    expect(found({ firewallRules: [{ name: '{1}', program }] })).toEqual([
      'kaspersky-network-agent | leftover | hint',
    ]);
  });

  it('stays a hint, however many there are', () => {
    const rules = ['{1}', '{2}', '{3}'].map((name) => ({ name, program }));

    expect(found({ firewallRules: rules })).toEqual(['kaspersky-network-agent | leftover | hint']);
  });

  it.each<[string, InventoryFacts]>([
    ['it blocks that program', { firewallRules: [{ name: '{1}', program, action: 'block' }] }],
    [
      'the program belongs to somebody else',
      {
        firewallRules: [{ name: '{1}', program }],
        files: [{ path: program, signature: signedBy('Acme Corp') }],
      },
    ],
    [
      'only its name speaks of the vendor',
      { firewallRules: [{ name: '{1}', displayName: 'Kaspersky', program: 'C:\\Tools\\x.exe' }] },
    ],
    [
      'its program lies beside a folder of the vendor',
      {
        firewallRules: [
          { name: '{1}', program: 'C:\\Program Files\\Kaspersky Lab Fans\\NetworkAgent\\x.exe' },
        ],
      },
    ],
  ])('is no sign when %s', (_when, facts) => {
    expect(found(facts)).toEqual([]);
  });
});
