import type { ActionOf } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { RawValue } from '../../../shared/domain/repair-actions.ts';
import { formatCommandLine } from '../../../shared/windows/command-line.ts';
import { partsOfRule } from '../../../shared/windows/firewall-rule.ts';
import { textsOf } from '../../../shared/windows/multi-string.ts';
import { exited, type Performer } from '../windows/perform/performer.ts';
import type { QuarantineBench } from '../windows/perform/quarantine-control.ts';
import { refuseValueTaken, valueNow } from './key.ts';
import { firewallRulesKey, vendorFolderPlace } from './vendor-places.ts';

type Take = ActionOf<'quarantineFirewallRule'>;
type Return = ActionOf<'returnFirewallRule'>;

/** Has the firewall delete a rule about a program of the vendor that is gone, by the name that no other rule has. */
export const quarantineFirewallRule: Performer<Take, QuarantineBench> = {
  command: ({ name }) => formatCommandLine('Remove-NetFirewallRule', ['-Name', name]),
  refuse({ key, name }, here) {
    const now = valueNow(key, name, here.keys);
    if ('code' in now || now.value.value === null) return refusePlace(key, name);
    return refusePlace(key, name) ?? refuseRule(name, now.value.value, here);
  },
  before: ({ key, name }, { keys }) => valueNow(key, name, keys),
  async act({ key, name }, _before, _context, here) {
    const code = await here.rules.drop(name);
    const left = valueNow(key, name, here.keys);
    const isLeft = code === 0 && !('code' in left) && left.value.value !== null;
    // One that was put back and that the firewall has not read yet is a value and nothing else.
    return exited(isLeft ? here.keys.deleteValue(key, name) : code, here);
  },
};

/** Writes it again as it stood in the registry, with everything that its interface would lose. */
export const returnFirewallRule: Performer<Return, QuarantineBench> = {
  command: ({ key, name }) => formatCommandLine('reg.exe', ['add', key, '/v', name, '/f']),
  refuse: ({ key, name, value }, here) =>
    refusePlace(key, name) ??
    refuseForeign(name, value, here) ??
    refuseValueTaken({ key, name }, value, here.keys),
  before: ({ key, name }, { keys }) => valueNow(key, name, keys),
  act({ key, name, value }, _before, _context, here) {
    const done = exited(here.keys.writeValue(key, name, value), here);
    return { ...done, message: done.exitCode === 0 ? [message('clean.ruleFromNextStart')] : [] };
  },
};

function refusePlace(key: string, name: string): Message | null {
  const isRule = key.toLowerCase() === firewallRulesKey.toLowerCase() && name !== '';
  return isRule ? null : message('refused.notAVendorRule', { name });
}

function refuseRule(name: string, value: RawValue, here: QuarantineBench): Message | null {
  const foreign = refuseForeign(name, value, here);
  if (foreign !== null) return foreign;
  const now = here.folders.look(programIn(value, here));
  return 'value' in now && now.value === null ? null : message('refused.ruleWorks', { name });
}

/** What it lets through has to lie in a folder of a product of the vendor. */
function refuseForeign(name: string, value: RawValue, here: QuarantineBench): Message | null {
  const place = vendorFolderPlace(programIn(value, here), here.folders.places());
  const isVendors = place !== null && place.below.length > 0;
  return isVendors ? null : message('refused.notAVendorRule', { name });
}

function programIn({ data }: RawValue, { keys }: QuarantineBench): string {
  return keys.expanded(partsOfRule(textsOf(data)[0] ?? '').get('app') ?? '');
}
