import { setTimeout as sleep } from 'node:timers/promises';
import { releaseCom, type ComAnswer } from '../ffi/com.ts';
import { connectWbem, deleteObject, nextObject, propertyOf, queryWbem, wbem } from '../ffi/wbem.ts';
import { inApartment } from './in-apartment.ts';
import { limited } from './limiter.ts';
import { withTimeLimit } from './time-limit.ts';

/** Milliseconds: the provider goes through all rules, of which a server can have thousands. */
const limitMs = 60_000;
const turnMs = 200;

/**
 * Has Windows Firewall delete the one rule with an identifier, which is the name of its value in the registry. The interface
 * of the firewall itself (`INetFwRules`) knows rules only by a name that several may share. 0 also where it has no such
 * rule, else an HRESULT. Source: Microsoft, "MSFT_NetFirewallRule class", `InstanceID`; "Remove-NetFirewallRule", `-Name`.
 */
export async function deleteFirewallRule(id: string): Promise<number> {
  const work = limited(() => inApartment(() => deleteById(id)));
  const result = await withTimeLimit(limitMs, work);
  return result.timedOut ? wbem.timedOut : result.value;
}

async function deleteById(id: string): Promise<number> {
  return await using(await connectWbem('ROOT\\StandardCimv2'), async (services) => {
    const path = await pathOf(services, id);
    if (!path.ok) return path.code;
    return path.value === null ? 0 : await deleteObject(services, path.value);
  });
}

async function using(
  object: ComAnswer<bigint>,
  use: (object: bigint) => Promise<number>,
): Promise<number> {
  if (!object.ok) return object.code;
  try {
    return await use(object.value);
  } finally {
    await releaseCom(object.value);
  }
}

/** Of the rule that says itself that it has this identifier; null where none does. */
async function pathOf(services: bigint, id: string): Promise<ComAnswer<string | null>> {
  const literal = id.replace(/[\\']/g, '\\$&');
  const query = `SELECT * FROM MSFT_NetFirewallRule WHERE InstanceID='${literal}'`;
  const rules = await queryWbem(services, query);
  if (!rules.ok) return rules;
  try {
    for (;;) {
      const next = await nextObject(rules.value, turnMs);
      if (next.state === 'end') return { ok: true, value: null };
      if (next.state === 'failed') return { ok: false, code: next.code };
      if (next.state === 'notYet') await sleep(1);
      if (next.state !== 'object') continue;
      const path = await pathIfIs(next.object, id);
      if (!path.ok || path.value !== null) return path;
    }
  } finally {
    await releaseCom(rules.value);
  }
}

async function pathIfIs(rule: bigint, id: string): Promise<ComAnswer<string | null>> {
  try {
    const said = await propertyOf(rule, 'InstanceID');
    if (!said.ok) return said;
    if (said.value !== id) return { ok: true, value: null };
    const path = await propertyOf(rule, '__RELPATH');
    if (!path.ok) return path;
    return typeof path.value === 'string'
      ? { ok: true, value: path.value }
      : { ok: false, code: wbem.typeMismatch };
  } finally {
    await releaseCom(rule);
  }
}
