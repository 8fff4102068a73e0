import { inventorySchema } from '../../../../shared/domain/inventory-schema.ts';
import { shapeOf } from './shape-of.ts';

/**
 * What an inventory of today looks like. The bundle of the command line has what comes out of this module in its place
 * (`build/console/bundle-console.ts`), so that reading one needs no schema.
 */
export const inventoryShape = shapeOf(inventorySchema);
