import { message } from '../../../shared/domain/message.ts';
import { productById } from '../../catalog/products/products.ts';
import { channelByName, productOfApp } from './vendor/matchers.ts';
import type { ProofBase } from './prove.ts';
import { guessedTies, sign, type Sign } from './sign.ts';

/** Signs in what Windows lists beside programs: apps of the Store kind, and where it keeps events. */
export function softwareSigns({ inventory }: ProofBase): Sign[] {
  return [
    ...inventory.appPackages.items.flatMap(({ key, fullName }) => {
      const name = fullName.split('_', 1).join('');
      const product = productOfApp(name);
      if (product === null) return [];
      const says = message('evidence.appPackage.listed', { name });
      return [
        sign({
          evidence: { kind: 'appPackage', ref: key, says, strength: 'support' },
          ...guessedTies(product),
        }),
      ];
    }),
    // What was logged outlives its product and should: it tells what happened.
    ...inventory.eventChannels.items.flatMap(({ key, name }) => {
      const channel = channelByName(name);
      if (channel === null) return [];
      const says = message('evidence.eventChannel.registered', { name });
      const [first = null] = channel.products;
      return [
        sign({
          evidence: { kind: 'eventChannel', ref: key, says, strength: 'hint' },
          families: channel.products.map((id) => productById(id).family),
          orphanOf: first,
        }),
      ];
    }),
  ];
}
