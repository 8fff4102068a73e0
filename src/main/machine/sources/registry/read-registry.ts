import { type Inventory, inventoryFormat } from '../../../../shared/domain/inventory.ts';
import { readVariables } from '../../registry/read-variables.ts';
import { readSections } from '../read-sections.ts';
import { collectMachineFacts } from './collect-machine-facts.ts';
import type { RegistryContext } from './registry-facts.ts';
import { registrySource } from './registry-source.ts';

export interface RegistryRequest
  extends
    Omit<RegistryContext, 'variables'>,
    Pick<Inventory, 'source' | 'collectedAt' | 'collectedBy'> {}

/**
 * The whole inventory of a machine of which only the registry is at hand. What a registry cannot tell is
 * `unreadable`, so that nothing counts as absent because nobody could look.
 */
export async function readRegistry(request: RegistryRequest): Promise<Inventory> {
  const { registry, scope, gaps, source, collectedAt, collectedBy } = request;
  const context = { registry, scope, gaps, variables: readVariables(registry) };
  return {
    format: inventoryFormat,
    collectedAt,
    collectedBy,
    source,
    machine: collectMachineFacts(registry),
    ...(await readSections({ source: registrySource, context })),
  };
}
