import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../../../src/main/engine/protection/defender-status.ts';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { defenderService } from '../../../../support/protected-machines.ts';
import { publishedStates, type PublishedState } from '../../../../support/published-states.ts';

/** The published state on a computer on which the service of Defender runs, as it does beside most of them. */
function computerOf({ status, rows, edition }: PublishedState) {
  const facts: InventoryFacts = {
    ...defenderService,
    machine: { edition },
    wmiSecurityProducts: rows ?? [],
    defenderStatus: Object.entries(status ?? {}).map(([name, data]) => ({ name, data })),
    unreadable: rows === null ? ['securityProducts', 'wmiSecurityProducts'] : ['securityProducts'],
  };
  return inventoryOf(facts);
}

const [yes, no, silent] = [true, false, null];

/**
 * Mode, the four shields (service, antivirus, real-time protection, check of opened files), signatures, tamper
 * protection, and the verdict. What a source does not show is not known, and proves nothing: a client of which the
 * list of Windows Security was not published may well be protected by something else.
 */
const expected: Readonly<Record<string, readonly unknown[]>> = {
  'Windows Server 2022 in the reference of the cmdlet, October 2022': [
    'active',
    [yes, yes, yes, yes],
    'upToDate',
    true,
    'protected',
  ],
  'the same reference of 2013, before there was a mode': [
    null,
    [yes, yes, yes, yes],
    'unknown',
    null,
    'cannotTell',
  ],
  'a computer of July 2022 without tamper protection': [
    'active',
    [yes, yes, silent, yes],
    'upToDate',
    false,
    'cannotTell',
  ],
  'Windows Server 2022 Datacenter Azure Edition': [
    'active',
    [yes, yes, silent, silent],
    'upToDate',
    true,
    'cannotTell',
  ],
  'Windows Server 2022 with signatures of two days ago': [
    'active',
    [yes, yes, silent, silent],
    'unknown',
    null,
    'cannotTell',
  ],
  'Windows 11 beside Kaspersky Standard': [
    'standsDown',
    [no, no, silent, silent],
    'outOfDate',
    false,
    'cannotTell',
  ],
  'another computer with the same trouble': [
    'standsDown',
    [no, silent, silent, silent],
    'unknown',
    null,
    'cannotTell',
  ],
  'a passive host that calls everything on': [
    'standsDown',
    [yes, yes, yes, silent],
    'unknown',
    null,
    'notProtecting',
  ],
  'EDR in block mode': [
    'standsDown',
    [silent, silent, silent, silent],
    'unknown',
    null,
    'cannotTell',
  ],
  'Bitdefender, with Microsoft Defender standing down': [
    null,
    [silent, silent, no, silent],
    'unknown',
    null,
    'cannotTell',
  ],
  'Windows 10 22H2 with Microsoft Defender alone': [
    null,
    [silent, silent, silent, silent],
    'unknown',
    null,
    'cannotTell',
  ],
};

describe('states that others published', () => {
  it.each(publishedStates.map((state) => [state.what, state] as const))('%s', (what, state) => {
    const inventory = computerOf(state);
    const { mode, shields, signatures, tamperProtected } = statusOf(inventory);
    const told = [
      mode?.kind ?? null,
      shields.map(({ on }) => on),
      signatures,
      tamperProtected,
      protection(inventory).verdict,
    ];
    expect(told).toEqual(expected[what]);
  });
});
