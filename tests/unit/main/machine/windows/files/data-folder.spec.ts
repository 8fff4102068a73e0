import { describe, expect, it } from 'vitest';
import { folderProblem } from '../../../../../../src/main/machine/windows/files/data-folder.ts';
import { message } from '../../../../../../src/shared/domain/message.ts';

const trusted = new Set(['S-1-5-32-544']);
const path = 'C:\\ProgramData\\Cutover';
const user = 'S-1-5-21-1-2-3-1001';

describe('folderProblem', () => {
  it.each([
    ['a folder of the administrators', 0x10, 'S-1-5-32-544', null],
    ['a junction', 0x410, 'S-1-5-32-544', message('dataFolder.link', { path })],
    ['a file', 0x20, 'S-1-5-32-544', message('dataFolder.noFolder', { path })],
    [
      'a folder that a user made first',
      0x10,
      user,
      message('dataFolder.otherOwner', { path, owner: user }),
    ],
    ['a folder of which nothing is known', 0xffffffff, null, message('dataFolder.link', { path })],
  ])('judges %s', (_what, attributes, owner, problem) => {
    expect(folderProblem(path, { attributes, owner }, trusted)).toEqual(problem);
  });
});
