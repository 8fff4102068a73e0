import type { z } from 'zod';
import type { inventorySchema, machineFactsSchema } from './inventory-schema.ts';

/** Version of the inventory document. */
export const inventoryFormat = 'cutover-inventory/2';

export type MachineFacts = z.infer<typeof machineFactsSchema>;

/** All facts read from one machine, without any opinion, see {@link inventorySchema}. */
export type Inventory = z.infer<typeof inventorySchema>;
