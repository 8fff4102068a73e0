import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  quarantineEventLog,
  returnEventLog,
} from '../../../../../src/main/machine/quarantine/event-log.ts';
import { carryOut } from '../../../../../src/main/machine/windows/perform/performer.ts';
import type { PerformContext } from '../../../../../src/main/machine/machine.ts';
import type { QuarantineBench } from '../../../../../src/main/machine/windows/perform/quarantine-control.ts';
import type { Before } from '../../../../../src/shared/domain/action.ts';
import type { RegistryTree } from '../../../../../src/shared/domain/repair-actions.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const logs = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog';
const key = `${logs}\\Kaspersky Event Log`;
const tree: RegistryTree = [
  { path: '', values: [] },
  { path: 'avp', values: [] },
];
const noSuchLog = 15_007;
const accessDenied = 5;

let quarantine = '';
beforeEach(() => {
  quarantine = temporaryFolder();
});

/** A Windows with one log, which says what was done to it, in order. */
function windowsWith(
  facts: {
    readonly fails?: number;
    readonly deleteFails?: number;
    readonly writeFails?: number;
  } = {},
) {
  const done: string[] = [];
  let now: RegistryTree | null = tree;
  const here = {
    keys: {
      isLink: () => false,
      tree: () => ({ value: now }),
      deleteTree() {
        done.push('delete');
        if (facts.deleteFails === undefined) now = null;
        return facts.deleteFails ?? 0;
      },
      writeTree(_key: string, whole: RegistryTree) {
        done.push('write');
        if (facts.writeFails === undefined) now = whole;
        return facts.writeFails ?? 0;
      },
    },
    events: {
      exportLog(log: string, to: string) {
        done.push(`export ${log}`);
        if (facts.fails === undefined) writeFileSync(to, 'events', { flag: 'wx' });
        return facts.fails ?? 0;
      },
    },
    describeError: String,
  } as unknown as QuarantineBench;
  return { here, done, now: () => now };
}

let remembered: Before | null = null;
const context = {
  quarantineFolder: () => quarantine,
  signal: new AbortController().signal,
  remember: (before: Before) => (remembered = before),
} as unknown as PerformContext;

async function take(here: QuarantineBench, at = key) {
  const action = { kind: 'quarantineEventLog', key: at } as const;
  const { exitCode, message = [] } = await carryOut(quarantineEventLog, action, context, here);
  return exitCode ?? message.map(({ id }) => id);
}

const kept = () => (remembered?.kind === 'keptKey' ? remembered.kept : '');
const copies = () => readdirSync(quarantine).filter((name) => name.includes('.evtx'));

describe('taking a log of events away', () => {
  it('copies the events first, and both are gone from the quarantine when it is back', async () => {
    const { here, done, now } = windowsWith();
    expect([await take(here), now()]).toEqual([0, null]);
    expect(readFileSync(`${kept()}.evtx`, 'utf8')).toBe('events');
    const back = { kind: 'returnEventLog', key, kept: kept() } as const;
    const { exitCode } = await carryOut(returnEventLog, back, context, here);
    expect([exitCode, now(), readdirSync(quarantine), done]).toEqual([
      0,
      tree,
      [],
      ['export Kaspersky Event Log', 'delete', 'write'],
    ]);
  });

  it('keeps the copy of the events as long as the log is not back', async () => {
    const { here } = windowsWith({ writeFails: accessDenied });
    await take(here);
    const back = { kind: 'returnEventLog', key, kept: kept() } as const;
    const { exitCode } = await carryOut(returnEventLog, back, context, here);
    expect([exitCode, readFileSync(`${kept()}.evtx`, 'utf8')]).toEqual([accessDenied, 'events']);
  });

  it('leaves it where its events cannot be copied, and needs no copy of a log that is none', async () => {
    const [refused, none] = [
      windowsWith({ fails: accessDenied }),
      windowsWith({ fails: noSuchLog }),
    ];
    expect([await take(refused.here), refused.now(), copies()]).toEqual([accessDenied, tree, []]);
    expect([await take(none.here), none.now(), copies()]).toEqual([0, null, []]);
  });

  it('keeps a copy that was finished before a crash, and makes one anew that was not', async () => {
    const half = windowsWith({ deleteFails: accessDenied });
    await take(half.here);
    const again = windowsWith({ fails: noSuchLog });
    expect([await take(again.here), again.done, copies().length]).toEqual([0, ['delete'], 1]);
    quarantine = temporaryFolder();
    await take(windowsWith({ fails: accessDenied }).here);
    writeFileSync(`${kept()}.evtx.half`, 'ev');
    const anew = windowsWith();
    expect([await take(anew.here), readFileSync(`${kept()}.evtx`, 'utf8')]).toEqual([0, 'events']);
    expect(existsSync(`${kept()}.evtx.half`)).toBe(false);
  });

  it.each([
    ['a log of Windows', `${logs}\\System`],
    ['all logs', logs],
    ['a source in it', `${key}\\avp`],
    ['a key of the vendor elsewhere', 'HKLM\\SOFTWARE\\KasperskyLab'],
  ])('refuses %s', async (_, other) => {
    const { here, done } = windowsWith();
    expect([await take(here, other), done]).toEqual([['refused.notAVendorKey'], []]);
  });
});
