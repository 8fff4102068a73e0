import { execa } from 'execa';
import { expect, it } from 'vitest';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';

/** Throws once the program has said that it listens for that, in the middle of a question of its. */
const saboteur = `data:text/javascript,const wait=setInterval(()=>{
  if(process.listenerCount('uncaughtException')===0)return;
  clearInterval(wait);
  throw new Error('escaped everything');
},5)`;

it('what escapes everything ends the command line with words and with the code of a defect', async () => {
  // It waits for an answer over a pipe that stays open.
  const ended = await execa(
    process.execPath,
    ['--import', saboteur, 'src/main/console.ts', 'remove', '--practice'],
    { reject: false, stdin: 'pipe' },
  );
  expect([ended.exitCode, ended.stderr]).toEqual([
    exitCodes.defect.posix,
    expect.stringContaining('escaped everything'),
  ]);
});
