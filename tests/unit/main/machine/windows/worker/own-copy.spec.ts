import { expect, it } from 'vitest';
import { packProductCode } from '../../../../../../src/main/machine/registry/packed-guid.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { refuseOwnCopy } from '../../../../../../src/main/machine/windows/worker/own-copy.ts';
import { message } from '../../../../../../src/shared/domain/message.ts';

const code = '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}';
const me = 'S-1-5-21-1-2-3-1001';
const copies = (sid: string) =>
  `HKU\\${sid}\\Software\\Microsoft\\Installer\\Products\\${packProductCode(code)}`;
const unread = {
  subject: copies(me),
  reason: 'accessDenied',
  detail: message('gap.olderVersion'),
  needsAdministrator: true,
} as const;

it.each([
  ['this account has a copy of its own', me, treeRegistryOf({ [copies(me)]: { x: 'y' } })],
  ['nobody knows which account this is', null, treeRegistryOf({})],
  ['it cannot be read', me, { readKey: () => ({ found: false as const, gap: unread }) }],
])('a product is not removed by its code where %s', (_what, who, registry) => {
  expect(refuseOwnCopy(code, who, registry)).toEqual(
    message('proof.personHasToo', { who: who ?? '?' }),
  );
});

it('a product is removed by its code where only others have copies', () => {
  const others = treeRegistryOf({ [copies('S-1-5-21-1-2-3-1002')]: { x: 'y' } });
  expect(refuseOwnCopy(code, me, others)).toBe(null);
});
