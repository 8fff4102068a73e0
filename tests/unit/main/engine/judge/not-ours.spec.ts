import { expect, it } from 'vitest';
import { answerAbout } from '../../../../../src/main/session/decisions.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';

const id = 'ahkjpbeeocnddjkakilopmfdlnjdpcdm';
const traced = (...origins: readonly ('profile' | 'registry')[]): InventoryFacts => ({
  browserExtensions: origins.map((origin) => ({
    browser: 'chrome',
    id,
    name: null,
    version: null,
    origin,
    location: `${origin}\\${id}`,
    userSid: null,
  })),
});
const notOurs = (facts: InventoryFacts) =>
  answerAbout(inventoryOf(facts), defaultChoice).state.remains.map((each) => each.notOurs ?? null);

it('a trace is somebody else’s to take away only where nothing of it is Cutover’s', () => {
  expect([
    notOurs(traced('profile')),
    notOurs(traced('profile', 'registry')),
    notOurs({ securityProducts: [{ name: 'Kaspersky', state: 'off' }] }),
    notOurs({ vendorKeys: [{ key: 'HKLM\\SOFTWARE\\KasperskyLab\\AVP21.19', userSid: null }] }),
  ]).toEqual([[['browser']], [null], [['windowsSecurity']], [null]]);
});
