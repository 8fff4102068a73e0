import { makeWireCodec } from '../world/wire-codec.ts';

/** Node's end of the wire to preloads, and the form in which a second instance hands over its arguments. */
export const wire = makeWireCodec();
