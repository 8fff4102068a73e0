import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { fileExists } from '../../windows/files/file-exists.ts';
import { isLocalPath } from '../../windows/files/local-path.ts';

/** Rules of the firewall with what the disk tells: whether the programs are there that they are about. */
export async function withRulePrograms(
  rules: Inventory['firewallRules'],
): Promise<Inventory['firewallRules']> {
  const look = async (program: string | null) =>
    program === null || !isLocalPath(program) ? null : await fileExists(program);
  const items = rules.items.map(async (rule) => ({
    ...rule,
    programExists: await look(rule.program),
  }));
  return { ...rules, items: await Promise.all(items) };
}
