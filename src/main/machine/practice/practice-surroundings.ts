import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Management } from '../../../shared/domain/management.ts';
import type { Surroundings } from '../windows/perform/refuse-here.ts';

const fileNotFound = 2;
const invalidData = 13;

/** What a recorded computer answers where a real one is asked before a switch of Defender is taken away. */
export function surroundingsOf(inventory: Inventory): Surroundings {
  const find = (key: string, name: string) =>
    inventory.defender.items.find((each) => isSame(each.key, key) && isSame(each.name, name));
  return {
    edition: () => inventory.machine.edition,
    management: () => inventory.machine.management ?? nobodyAsked,
    localPolicy: () => (key, name) => find(key, name)?.inLocalPolicy ?? null,
    readNumber: (key, name) => {
      if (isSame(name, 'TamperProtection') && isTamperProtected(inventory)) return { value: 5 };
      const data = find(key, name)?.data;
      if (data === undefined) return { code: fileNotFound };
      return typeof data === 'number' ? { value: data } : { code: invalidData };
    },
  };
}

const nobodyAsked: Management = {
  domain: 'unknown',
  cloud: 'unknown',
  deviceManagement: 'unknown',
  configurationManager: 'unknown',
  defenderForEndpoint: 'unknown',
};

function isTamperProtected({ defenderStatus }: Inventory): boolean {
  return defenderStatus.items.some(
    ({ name, data }) => name === 'IsTamperProtected' && data === true,
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
