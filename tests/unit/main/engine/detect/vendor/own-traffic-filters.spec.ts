import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../../src/main/engine/detect/detect.ts';
import { fileIndex } from '../../../../../../src/main/engine/detect/vendor/file-index.ts';
import { ownTrafficFilters } from '../../../../../../src/main/engine/detect/vendor/own-traffic-filters.ts';
import type { TrafficFilter } from '../../../../../../src/shared/domain/inventory/network/traffic-filters.ts';
import { inventoryOf, type InventoryFacts } from '../../../../../support/inventory-builder.ts';

const blank = { description: null, provider: null, service: null, action: null, callout: null };
const object = (
  facts: Pick<TrafficFilter, 'kind' | 'key' | 'name'> & Partial<TrafficFilter>,
): TrafficFilter => ({ ...blank, lasts: true, active: true, ...facts });

const provider = (service: string | null, name = 'Filtering') =>
  object({ kind: 'provider', key: '{P}', name, service });
const filter = (name: string, of: string | null = '{P}') =>
  object({ kind: 'filter', key: '{F}', name, provider: of, action: 'ask', callout: '{C}' });

function own(items: readonly TrafficFilter[], facts: InventoryFacts = {}) {
  const inventory = inventoryOf({ ...facts, trafficFilters: items });
  return ownTrafficFilters({ inventory, files: fileIndex(inventory) }).map(({ item }) => item.key);
}

const registered = (name: string, imageFile: string): InventoryFacts => ({
  services: [{ name, kind: 'service', imagePath: imageFile, imageFile, imageExists: true }],
});

describe('what of the Windows Filtering Platform is the vendor’s', () => {
  it.each<[string, readonly TrafficFilter[], InventoryFacts, readonly string[]]>([
    ['by the driver of its provider', [provider('klwfp'), filter('x')], {}, ['{P}', '{F}']],
    ['by its service that is gone', [provider('AVP21.19'), filter('x')], {}, ['{P}', '{F}']],
    [
      'by its service in a folder of the vendor',
      [provider('AVP21.19')],
      registered('AVP21.19', 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19\\avp.exe'),
      ['{P}'],
    ],
    [
      'by the name of its provider',
      [provider(null, 'Kaspersky Lab'), filter('x')],
      {},
      ['{P}', '{F}'],
    ],
    ['by its own name', [filter('Kaspersky Lab WFP ALE auth accept V4 filter', null)], {}, ['{F}']],
  ])('is told %s', (_, items, facts, keys) => {
    expect(own(items, facts)).toEqual(keys);
  });

  it.each<[string, readonly TrafficFilter[], InventoryFacts]>([
    [
      'a filter of somebody else that is about it',
      [provider('acme'), filter('Kaspersky Lab WFP x')],
      {},
    ],
    ['a provider with its name and another’s service', [provider('acme', 'Kaspersky Lab')], {}],
    ['a name that only begins like it', [filter('Kaspersky Lab Fans', null)], {}],
    ['a filter whose provider is not there', [filter('Kaspersky Lab WFP x', '{gone}')], {}],
    [
      'a service with its name in the folder of another',
      [provider('AVP21.19'), filter('x')],
      registered('AVP21.19', 'C:\\Acme\\avp.exe'),
    ],
  ])('is not %s', (_, items, facts) => {
    expect(own(items, facts)).toEqual([]);
  });

  it('is named once by whoever brought it along, as a remnant of drivers', () => {
    const items = [provider('klwfp'), filter('one'), { ...filter('two'), key: '{G}' }];
    const found = detect(inventoryOf({ trafficFilters: items })).map(
      ({ productId, state, evidence }) => [
        productId,
        state,
        ...evidence.map(({ kind, ref, strength }) => [kind, ref, strength]),
      ],
    );
    expect(found).toEqual([
      ['kaspersky-drivers', 'leftover', ['trafficFilter', 'provider:{p}', 'support']],
    ]);
  });
});
