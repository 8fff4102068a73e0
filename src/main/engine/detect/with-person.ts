import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Sign } from './sign.ts';

/** Says of a sign in the profile folder of a person that it is that person's: they can write there. */
export function withPerson({ profiles }: Inventory): (sign: Sign) => Sign {
  const places = profiles.items.map(({ sid, folder }) => ({
    sid,
    inside: `${folder.toLowerCase().replace(/\\+$/, '')}\\`,
  }));
  return (sign) => {
    if (sign.person !== null || sign.folder === null) return sign;
    const { folder } = sign;
    const place = places.find(({ inside }) => folder.startsWith(inside));
    return place === undefined ? sign : { ...sign, person: place.sid };
  };
}
