/** Runs on the Windows of the lab: has the firewall delete a rule by its identifier. The code comes back as JSON. */
import { readFileSync } from 'node:fs';
import { deleteFirewallRule } from '../../../src/main/machine/windows/com/firewall-rules.ts';

const { id } = JSON.parse(readFileSync(0, 'utf8')) as { readonly id: string };
console.log(JSON.stringify(await deleteFirewallRule(id)));
