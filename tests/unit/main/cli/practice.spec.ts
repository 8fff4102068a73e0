import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { createRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { acquireRunLock } from '../../../../src/main/engine/record/run-lock.ts';
import { lockOf } from '../../../../src/main/session/lock-of.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('cutover practice', () => {
  it('puts no computer back on which a run is at work', async () => {
    const base = temporaryFolder();
    const data = join(base, 'practice', 'clean');
    mkdirSync(data, { recursive: true });
    const practise = async () => {
      const args = ['practice', 'clean', '--fast', '--data-folder', base];
      const code = await runCli(args, new FakeTerminal());
      return Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
    };
    const folder = createRunFolder(runsIn(data), systemClock);
    const request = { ...(await lockOf({ practice: true }, folder)), runId: folder.runId };
    const held = await acquireRunLock(request);
    const refused = await practise();
    const wasPutBack = existsSync(join(data, 'machine'));
    const runs = readdirSync(join(data, 'runs'));
    if (held.held) await held.lock.release();
    expect([refused, wasPutBack, runs]).toEqual(['anotherRun', false, [folder.runId]]);
    expect([await practise(), existsSync(join(data, 'machine'))]).toEqual(['success', true]);
  });
});
