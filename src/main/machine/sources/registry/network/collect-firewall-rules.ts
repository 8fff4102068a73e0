import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { FirewallRule } from '../../../../../shared/domain/inventory/network/firewall-rules.ts';
import { tooManyEntries } from '../../../../../shared/domain/too-many-entries.ts';
import { partsOfRule } from '../../../../../shared/windows/firewall-rule.ts';
import { controlSetPath } from '../../../registry/control-set-path.ts';
import { expandVariables, type Variables } from '../../../registry/expand-variables.ts';
import type { Registry } from '../../../registry/registry.ts';
import { mentions } from '../reader/mentions.ts';
import { SectionReader } from '../reader/section-reader.ts';

export interface FirewallRulesRequest {
  readonly registry: Registry;
  readonly variables: Variables;
  /** What makes a rule worth recording. */
  readonly hints: readonly string[];
  readonly most?: number;
}

const usualMost = 1_000;

/** Rules of Windows Firewall in which one of the hints stands, wherever it keeps them. */
export function collectFirewallRules(request: FirewallRulesRequest): Inventory['firewallRules'] {
  const { registry, variables, hints, most = usualMost } = request;
  const reader = new SectionReader(registry);
  const rules = places(registry).flatMap(({ path, policy }) =>
    [...(reader.key(path)?.values.values() ?? [])].flatMap(({ name, data }) => {
      return typeof data === 'string' && mentions(data, hints)
        ? [{ key: path, name, policy, ...parseRule(data, variables) }]
        : [];
    }),
  );
  if (rules.length > most) reader.addGap(tooManyEntries('FirewallRules', most));
  return reader.section(rules.slice(0, most));
}

function places(registry: Registry): readonly { path: string; policy: boolean }[] {
  const local = controlSetPath(registry, 'Services\\SharedAccess\\Parameters\\FirewallPolicy');
  return [
    { path: `${local}\\FirewallRules`, policy: false },
    { path: `${local}\\Mdm\\FirewallRules`, policy: true },
    { path: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules', policy: true },
  ];
}

function parseRule(
  text: string,
  variables: Variables,
): Omit<FirewallRule, 'key' | 'name' | 'policy'> {
  const parts = partsOfRule(text);
  const program = parts.get('app');
  return {
    displayName: parts.get('name') ?? null,
    program: program === undefined ? null : expandVariables(program, variables),
    service: parts.get('svc') ?? null,
    action: oneOf(['allow', 'block'], parts.get('action')),
    direction: oneOf(['in', 'out'], parts.get('dir')),
    active: parts.get('active')?.toLowerCase() === 'true',
  };
}

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | 'unknown' {
  return known.find((each) => each === text?.toLowerCase()) ?? 'unknown';
}
