import { describe, expect, it } from 'vitest';
import { collectFirewallRules } from '../../../../../../../src/main/machine/sources/registry/network/collect-firewall-rules.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const rules =
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules';
const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules';
const variables = new Map([['PROGRAMFILES', 'C:\\Program Files']]);

const read = (keys: Record<string, Record<string, string | number>>, most?: number) =>
  collectFirewallRules({
    registry: treeRegistryOf(keys),
    variables,
    hints: ['kaspersky'],
    ...(most === undefined ? {} : { most }),
  });

const agent =
  'v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=15000|App=%ProgramFiles%\\Kaspersky Lab\\NetworkAgent\\klnagent.exe|Svc=klnagent|Name=Agent|';

describe('collectFirewallRules', () => {
  it('records the rules that name the vendor, and no others', () => {
    expect(
      read({
        [rules]: {
          '{1}': agent,
          '{2}': 'v2.30|Action=Allow|Active=TRUE|Dir=In|App=C:\\Games\\game.exe|Name=Game|',
          '{3}': 7,
        },
        [policy]: { '{4}': 'v2.10|Action=Block|Active=FALSE|Dir=Out|Name=No Kaspersky' },
      }),
    ).toEqual({
      state: 'read',
      items: [
        {
          key: rules,
          name: '{1}',
          policy: false,
          displayName: 'Agent',
          program: 'C:\\Program Files\\Kaspersky Lab\\NetworkAgent\\klnagent.exe',
          service: 'klnagent',
          action: 'allow',
          direction: 'in',
          active: true,
        },
        {
          key: policy,
          name: '{4}',
          policy: true,
          displayName: 'No Kaspersky',
          program: null,
          service: null,
          action: 'block',
          direction: 'out',
          active: false,
        },
      ],
      gaps: [],
    });
  });

  it('understands nothing in a rule that is none', () => {
    expect(read({ [rules]: { x: 'kaspersky' } }).items).toEqual([
      {
        key: rules,
        name: 'x',
        policy: false,
        displayName: null,
        program: null,
        service: null,
        action: 'unknown',
        direction: 'unknown',
        active: false,
      },
    ]);
  });

  it('stops at the limit and says so', () => {
    const { state, items, gaps } = read({ [rules]: { a: agent, b: agent } }, 1);

    expect([state, items.length, gaps.map(({ reason }) => reason)]).toEqual([
      'partial',
      1,
      ['truncated'],
    ]);
  });
});
