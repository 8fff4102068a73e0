import { describe, expect, it } from 'vitest';
import { folderProblem } from '../../../../../../src/main/machine/windows/files/data-folder.ts';

const trusted = new Set(['S-1-5-32-544']);
const advice =
  'Somebody else may have put it there. Rename or delete it as an administrator, then start again.';

describe('folderProblem', () => {
  it.each([
    ['a folder of the administrators', 0x10, 'S-1-5-32-544', null],
    ['a junction', 0x410, 'S-1-5-32-544', `is a link to another place. ${advice}`],
    ['a file', 0x20, 'S-1-5-32-544', `is not a folder. ${advice}`],
    [
      'a folder that a user made first',
      0x10,
      'S-1-5-21-1-2-3-1001',
      `does not belong to the administrators of this computer (owner S-1-5-21-1-2-3-1001). ${advice}`,
    ],
    [
      'a folder of which nothing is known',
      0xffffffff,
      null,
      `is a link to another place. ${advice}`,
    ],
  ])('judges %s', (_what, attributes, owner, problem) => {
    expect(folderProblem({ attributes, owner }, trusted)).toBe(problem);
  });
});
