import { expect, it } from 'vitest';
import { placesWithoutLetter } from '../../../../../../src/main/machine/windows/files/fixed-volumes.ts';

it('a volume without a letter is reached through its folder, else by its own name, and once', () => {
  const volumes = [
    { name: '\\\\?\\Volume{1}\\', paths: ['C:\\'] },
    { name: '\\\\?\\Volume{2}\\', paths: ['C:\\Data\\', 'D:\\More\\'] },
    { name: '\\\\?\\Volume{3}\\', paths: [] },
    { name: '\\\\?\\Volume{4}\\', paths: ['C:\\Archive\\', 'e:\\'] },
  ];

  expect(placesWithoutLetter(volumes)).toEqual(['C:\\Data\\', '\\\\?\\Volume{3}\\']);
});
