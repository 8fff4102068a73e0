import { expect, it } from 'vitest';
import {
  threadPool,
  threadsToWait,
} from '../../../../../../src/main/machine/windows/com/thread-pool.ts';

it.each([
  ['as Node has them', {}, 3],
  ['as this program has them', threadPool, 12],
  ['as a person set them', { UV_THREADPOOL_SIZE: '2' }, 1],
  ['by a mistake', { UV_THREADPOOL_SIZE: '1' }, 1],
  ['by no number', { UV_THREADPOOL_SIZE: 'x' }, 3],
])('some threads %s are never waited in', (_what, environment, most) => {
  expect(threadsToWait(environment)).toBe(most);
});
