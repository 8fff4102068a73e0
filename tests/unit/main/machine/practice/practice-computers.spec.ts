import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../src/main/engine/detect/detect.ts';
import { applyChanges } from '../../../../../src/main/machine/practice/apply-changes.ts';
import { practiceComputerSchema } from '../../../../../src/main/machine/practice/computers/practice-computer.ts';
import { practiceComputers } from '../../../../../src/main/machine/practice/practice-computers.ts';

const byId = Object.fromEntries(practiceComputers.map((computer) => [computer.id, computer]));
const all = practiceComputers.map(({ id }) => id);

function installed(id: string): string[] {
  const inventory = byId[id]?.inventory;
  if (inventory === undefined) throw new Error(`There is no ${id}.`);
  return detect(inventory)
    .filter(({ state, confidence }) => state === 'installed' && confidence === 'proven')
    .map(({ productId }) => productId)
    .toSorted();
}

function innocent(name: string | null): boolean {
  return !/kaspersky|ultra/i.test(name ?? '');
}

describe('the practice computers', () => {
  it.each(all)('are whole and valid (%s)', (id) => {
    expect(practiceComputerSchema.safeParse(byId[id]).error).toBe(undefined);
  });

  it.each(all)('look like a computer that somebody uses (%s)', (id) => {
    const { programs, services } = byId[id]!.inventory;
    const counts = [
      programs.items.filter(({ displayName }) => innocent(displayName)).length >= 40,
      services.items.filter(({ displayName }) => innocent(displayName)).length >= 60,
    ];
    expect(counts).toEqual([true, true]);
  });

  it.each(all)('hold every item once (%s)', (id) => {
    const { inventory } = byId[id]!;
    const keys = [
      ...inventory.programs.items.map(({ key }) => key.toLowerCase()),
      ...inventory.services.items.map(({ name }) => `service ${name.toLowerCase()}`),
      ...inventory.installerProducts.items.map(({ productCode }) => productCode),
      ...inventory.processes.items.map(({ pid }) => `process ${pid}`),
    ];
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are recognised for what they are, look-alikes included', () => {
    expect(Object.fromEntries(all.map((id) => [id, installed(id)]))).toEqual({
      'family-pc': ['kaspersky-for-windows', 'kaspersky-network-agent', 'kaspersky-vpn'],
      home: ['kaspersky-for-windows', 'kaspersky-password-manager', 'kaspersky-vpn'],
      business: ['kaspersky-endpoint-security', 'kaspersky-network-agent'],
      encrypted: ['kaspersky-endpoint-security', 'kaspersky-network-agent'],
      'half-removed': [],
      clean: [],
      ultraav: [],
      'defender-off': ['kaspersky-for-windows'],
      stubborn: ['kaspersky-for-windows', 'kaspersky-password-manager', 'kaspersky-vpn'],
      'half-restarted': ['kaspersky-for-windows'],
    });
  });

  it.each(all)('keep the password vault, whatever is removed (%s)', (id) => {
    const { inventory, effects } = byId[id]!;
    const vaults = (of: typeof inventory) =>
      JSON.stringify(of.vendorFolders.items).split('kpm_vault.edb').length;
    const after = effects
      .flatMap(({ changes, atRestart }) => (atRestart === null ? [changes] : [changes, atRestart]))
      .reduce(applyChanges, inventory);
    expect(vaults(after)).toBe(vaults(inventory));
  });
});
