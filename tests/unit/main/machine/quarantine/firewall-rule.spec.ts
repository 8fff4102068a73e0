import { describe, expect, it } from 'vitest';
import {
  quarantineFirewallRule,
  returnFirewallRule,
} from '../../../../../src/main/machine/quarantine/firewall-rule.ts';
import { firewallRulesKey as key } from '../../../../../src/main/machine/quarantine/vendor-places.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import type { QuarantineBench } from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { ActionOf } from '../../../../../src/shared/domain/action.ts';
import type { RawValue } from '../../../../../src/shared/domain/repair-actions.ts';

const name = '{11111111-2222-3333-4444-555555555555}';
const program = 'C:\\Program Files\\Kaspersky Lab\\NetworkAgent\\klnagent.exe';
const rule = (app: string): RawValue => ({
  type: 1,
  data: Buffer.from(
    `v2.31|Action=Allow|Active=TRUE|Dir=In|App=${app}|Name=Kaspersky|\0`,
    'utf16le',
  ).toString('hex'),
});
const ours = rule(program);

interface Facts {
  readonly value?: RawValue | null;
  readonly files?: readonly string[];
  /** What the firewall answers; 0 also where it does not know the rule. */
  readonly drops?: number;
  /** The firewall has not read it yet, so that its value stays when it is asked to delete it. */
  readonly unread?: boolean;
}

async function run(
  action: ActionOf<'quarantineFirewallRule' | 'returnFirewallRule'>,
  { value = ours, files = [], drops = 0, unread = false }: Facts = {},
) {
  let now: RawValue | null = value;
  const done: string[] = [];
  const here = {
    keys: {
      value: () => ({ value: now }),
      deleteValue(at: string, which: string) {
        done.push(`delete ${at === key ? which : at}`);
        now = null;
        return 0;
      },
      writeValue(_at: string, which: string, whole: RawValue) {
        done.push(`write ${which}`);
        now = whole;
        return 0;
      },
      expanded: (text: string) => text.replace('%ProgramFiles%', 'C:\\Program Files'),
    },
    rules: {
      async drop(id: string) {
        done.push(`drop ${id}`);
        if (drops === 0 && !unread) now = null;
        return await Promise.resolve(drops);
      },
    },
    folders: {
      places: () => ['C:\\Program Files'],
      look: (each: string) => ({ value: files.includes(each) ? 'file' : null }),
    },
    describeError: String,
  } as unknown as QuarantineBench;
  const performer = (
    action.kind === 'returnFirewallRule' ? returnFirewallRule : quarantineFirewallRule
  ) as Performer<typeof action, QuarantineBench>;
  const context = { signal: new AbortController().signal, remember: () => undefined };
  const { exitCode, message = [] } = await carryOut(performer, action, context as never, here);
  return { exitCode, says: message.map(({ id }) => id), done, now };
}

const take = (which = name, at = key) =>
  ({ kind: 'quarantineFirewallRule', key: at, name: which }) as const;
const back = (value = ours) => ({ kind: 'returnFirewallRule', key, name, value }) as const;

describe('a rule of the firewall about a program that is gone', () => {
  it('is deleted by the firewall, and comes back as it stood, with the next start of Windows', async () => {
    const taken = await run(take());
    const returned = await run(back(), { value: null });
    expect([taken, returned]).toEqual([
      { exitCode: 0, says: [], done: [`drop ${name}`], now: null },
      { exitCode: 0, says: ['clean.ruleFromNextStart'], done: [`write ${name}`], now: ours },
    ]);
  });

  it('is a value and nothing else where the firewall has not read it, and goes as that', async () => {
    const { done, now } = await run(take(), { unread: true });
    expect([done, now]).toEqual([[`drop ${name}`, `delete ${name}`], null]);
  });

  it('stays where the firewall cannot delete it', async () => {
    const { exitCode, done, now } = await run(take(), { drops: 0x80041003 });
    expect([exitCode, done, now]).toEqual([0x80041003, [`drop ${name}`], ours]);
  });

  it('is about a program behind a variable too', async () => {
    const value = rule(program.replace('C:\\Program Files', '%ProgramFiles%'));
    expect((await run(take(), { value })).done).toEqual([`drop ${name}`]);
  });

  it.each<[string, Facts, string]>([
    ['a program that is there', { files: [program] }, 'refused.ruleWorks'],
    ['a program of somebody else', { value: rule('C:\\Acme\\a.exe') }, 'refused.notAVendorRule'],
    [
      'one that only looks like it',
      { value: rule('C:\\Program Files\\Kaspersky Lab Fans\\x\\a.exe') },
      'refused.notAVendorRule',
    ],
    ['the vendor by its name alone', { value: rule('') }, 'refused.notAVendorRule'],
    [
      'a program behind a way back',
      { value: rule('C:\\Program Files\\Kaspersky Lab\\x\\..\\..\\Acme\\a.exe') },
      'refused.notAVendorRule',
    ],
  ])('is refused where it is about %s', async (_, facts, why) => {
    const { says, done } = await run(take(), facts);
    expect([says, done]).toEqual([[why], []]);
  });

  it('is none of a policy, nor any other value', async () => {
    const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules';
    for (const action of [take(name, policy), take(''), take(name, `${key}\\x`)])
      expect((await run(action)).says).toEqual(['refused.notAVendorRule']);
  });

  it('is not written over what stands there now, nor where it would let in somebody else', async () => {
    expect([
      (await run(back(), { value: rule('C:\\Acme\\a.exe') })).says,
      (await run(back(rule('C:\\Acme\\a.exe')), { value: null })).says,
      (await run(back())).done,
    ]).toEqual([['refused.placeTaken'], ['refused.notAVendorRule'], [`write ${name}`]]);
  });
});
