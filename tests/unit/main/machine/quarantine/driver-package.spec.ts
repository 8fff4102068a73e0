import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  quarantineDriverPackage,
  returnDriverPackage,
} from '../../../../../src/main/machine/quarantine/driver-package.ts';
import type { PerformContext } from '../../../../../src/main/machine/machine.ts';
import { carryOut } from '../../../../../src/main/machine/windows/perform/performer.ts';
import type {
  QuarantineBench,
  StoredPackage,
} from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { Before } from '../../../../../src/shared/domain/action.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const [store, inf] = ['klim6.inf_amd64_1a2b', 'oem3.inf'];
const accessDenied = 5;

let [quarantine, repository] = ['', ''];
beforeEach(() => {
  [quarantine, repository] = [temporaryFolder(), temporaryFolder()];
});

interface Facts extends Partial<StoredPackage> {
  /** Drivers whose file is there. */
  readonly working?: readonly string[];
  readonly fails?: number;
  readonly copyFails?: number;
  readonly unread?: boolean;
}

/** A Windows with one package in its store, which says what was done to it, in order. */
function windowsWith({ working = [], fails, copyFails, unread = false, ...more }: Facts = {}) {
  const done: string[] = [];
  const folder = join(repository, store);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'klim6.inf'), 'inf');
  const whole: StoredPackage = {
    inf,
    store,
    folder,
    provider: 'Kaspersky Lab',
    signers: ['Microsoft Corporation', 'AO Kaspersky Lab'],
    className: 'NetService',
    services: ['klim6'],
    usedBy: [],
    ...more,
  };
  let now: StoredPackage | null = whole;
  const here = {
    packages: {
      at: (name: string) =>
        unread ? { code: accessDenied } : { value: name === inf ? now : null },
      isStored: (name: string) => now?.store === name,
      copy(from: string, to: string) {
        done.push('copy');
        mkdirSync(to);
        writeFileSync(join(to, 'klim6.inf'), readFileSync(join(from, 'klim6.inf')));
        return copyFails ?? 0;
      },
      drop(name: string) {
        done.push(`drop ${name}`);
        if (fails !== undefined) return fails;
        now = null;
        rmSync(folder, { recursive: true });
        return 0;
      },
      add(from: string, name: string) {
        done.push(`add ${name} ${readFileSync(join(from, name), 'utf8')}`);
        if (fails !== undefined) return fails;
        now = whole;
        return 0;
      },
    },
    repair: {
      driver: (name: string) => ({
        value: working.includes(name) ? { imageExists: true } : null,
      }),
    },
    describeError: String,
  } as unknown as QuarantineBench;
  return { here, done, isThere: () => now !== null };
}

let remembered: Before | null = null;
const context = {
  quarantineFolder: () => quarantine,
  signal: new AbortController().signal,
  remember: (before: Before) => (remembered = before),
} as unknown as PerformContext;
const kept = () => (remembered?.kind === 'keptPackage' ? remembered.kept : '');

async function take(here: QuarantineBench, more: { store?: string; inf?: string } = {}) {
  const action = { kind: 'quarantineDriverPackage', store, inf, ...more } as const;
  const { exitCode, message = [] } = await carryOut(quarantineDriverPackage, action, context, here);
  return exitCode ?? message.map(({ id }) => id);
}

async function bring(here: QuarantineBench, more: { store?: string } = {}) {
  const action = { kind: 'returnDriverPackage', store, inf, kept: kept(), ...more } as const;
  const { exitCode, message = [] } = await carryOut(returnDriverPackage, action, context, here);
  return exitCode ?? message.map(({ id }) => id);
}

describe('taking a package out of the driver store', () => {
  it('copies it first, has Windows take it out, and back in again from the copy', async () => {
    const { here, done, isThere } = windowsWith();
    const taken = [await take(here), isThere(), readdirSync(kept())];
    const back = [await bring(here), isThere(), readdirSync(quarantine)];
    expect([taken, back, done]).toEqual([
      [0, false, ['klim6.inf']],
      [0, true, []],
      ['copy', 'drop oem3.inf', 'add klim6.inf inf'],
    ]);
  });

  it('leaves it where it cannot be copied, or Windows does not take it out', async () => {
    const [uncopied, unwilling] = [windowsWith({ copyFails: 112 }), windowsWith({ fails: 5 })];
    expect([await take(uncopied.here), uncopied.done]).toEqual([112, ['copy']]);
    expect([existsSync(kept()), await take(unwilling.here), unwilling.isThere()]).toEqual([
      false,
      5,
      true,
    ]);
  });

  it('comes to the same end when it is killed after any of its moves', async () => {
    // In the middle of the copy, after it, and after Windows took the package out.
    await take(windowsWith({ copyFails: 112 }).here);
    const again = windowsWith();
    writeFileSync(join(`${kept()}.half`, 'torn'), '');
    expect([await take(again.here), readdirSync(kept())]).toEqual([0, ['klim6.inf']]);
    const copied = windowsWith();
    expect([await take(copied.here), copied.done]).toEqual([0, ['drop oem3.inf']]);
    expect([await take(copied.here), readdirSync(kept())]).toEqual([0, ['klim6.inf']]);
    // After Windows took it in again, while the copy still lies there.
    const returned = windowsWith();
    expect([await bring(returned.here), returned.done, readdirSync(quarantine)]).toEqual([
      0,
      [],
      [],
    ]);
  });

  it('keeps the copy where Windows does not take it in again', async () => {
    await take(windowsWith().here);
    const unwilling = windowsWith({ fails: accessDenied });
    await take(unwilling.here, { inf: 'oem9.inf' });
    rmSync(join(repository, store), { recursive: true });
    const gone = windowsWith({ fails: accessDenied, store: 'other.inf_amd64_1' });
    expect([await bring(gone.here), readdirSync(kept())]).toEqual([accessDenied, ['klim6.inf']]);
  });

  it.each<[string, Facts, string]>([
    ['made by another', { provider: 'Acme' }, 'refused.notAVendorPackage'],
    ['signed by another', { signers: ['Acme Inc'] }, 'refused.notAVendorPackage'],
    [
      'signed by another too',
      { signers: ['AO Kaspersky Lab', 'Acme'] },
      'refused.notAVendorPackage',
    ],
    ['signed by nobody', { signers: [] }, 'refused.notAVendorPackage'],
    ['another one by now', { store: 'acme.inf_amd64_1' }, 'refused.notAVendorPackage'],
    ['signed by who knows', { signers: null }, 'refused.packageUnread'],
    ['that Windows does not show', { unread: true }, 'refused.packageUnread'],
    ['used by who knows', { usedBy: null }, 'refused.packageUnread'],
    ['that a device uses', { usedBy: ['TAP Adapter'] }, 'refused.packageUsed'],
    ['whose driver is there', { working: ['klim6'] }, 'refused.packageUsed'],
  ])('refuses one %s', async (_, facts, why) => {
    const { here, done } = windowsWith(facts);
    expect([await take(here), done]).toEqual([[why], []]);
  });

  it.each(['klim6.inf', 'oem3.inf.exe', '..\\oem3.inf', ''])(
    'refuses %s, which is none',
    async (other) => {
      const { here, done } = windowsWith();
      expect([await take(here, { inf: other }), done]).toEqual([['refused.notAVendorPackage'], []]);
    },
  );

  it('brings nothing back that is not kept, or from elsewhere', async () => {
    await take(windowsWith().here);
    const { here, done } = windowsWith({ store: 'other.inf_amd64_1' });
    expect(await bring(here, { store: '..\\x.inf_1' })).toEqual(['refused.notAVendorPackage']);
    rmSync(kept(), { recursive: true });
    expect([await bring(here), done]).toEqual([['refused.notKept'], []]);
  });
});
