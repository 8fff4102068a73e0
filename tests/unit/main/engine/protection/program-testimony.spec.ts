import { describe, expect, it } from 'vitest';
import { antivirusProducts } from '../../../../../src/main/catalog/antivirus-products.ts';
import { fileIndex } from '../../../../../src/main/engine/detect/vendor/file-index.ts';
import {
  knownAs,
  serviceTestimony,
  type KnownAs,
} from '../../../../../src/main/engine/protection/program-testimony.ts';
import { securityRows } from '../../../../../src/main/engine/protection/security-rows.ts';
import { inventoryOf, signedBy } from '../../../../support/inventory-builder.ts';

const folder = 'C:\\Program Files\\Acme';
const acme: KnownAs = { services: ['acmesvc'], servicesKnown: true, signers: ['Acme'] };

/** What the services say of a product whose own one stands still, while another of its folder runs. */
function says(product: KnownAs, signer = 'Acme'): string {
  const inventory = inventoryOf({
    securityProducts: [
      {
        provider: 'antivirus',
        name: 'Acme',
        state: 'on',
        signatures: 'upToDate',
        reportingPath: `${folder}\\acme.exe`,
      },
    ],
    services: [
      { name: 'acmesvc', kind: 'service', state: 'stopped', imageFile: `${folder}\\acmesvc.exe` },
      { name: 'updater', kind: 'service', state: 'running', imageFile: `${folder}\\updater.exe` },
    ],
    files: [{ path: `${folder}\\acme.exe`, signature: signedBy(signer) }],
  });
  return serviceTestimony(securityRows(inventory), product, inventory, fileIndex(inventory)).answer;
}

describe('what services say of an antivirus', () => {
  it('is that it does not protect, where its own are known and none of them runs', () => {
    expect(says(acme)).toBe('doesNotProtect');
  });

  it('is that it protects, where nobody knows its own and one of the folder of its program runs', () => {
    const unknown = { ...acme, services: [], servicesKnown: false };
    expect([says(unknown), says(unknown, 'Somebody')]).toEqual(['protects', 'unknown']);
  });
});

describe('a product of several rows', () => {
  const rows = antivirusProducts.filter(({ servicesKnown }) => servicesKnown).slice(0, 2);
  const unknown = antivirusProducts.filter(({ servicesKnown }) => !servicesKnown).slice(0, 1);

  it('has known services only where each of them has, and there is any', () => {
    expect([
      knownAs(rows).servicesKnown,
      knownAs([...rows, ...unknown]).servicesKnown,
      knownAs([]).servicesKnown,
    ]).toEqual([true, unknown.length === 0, false]);
  });
});
