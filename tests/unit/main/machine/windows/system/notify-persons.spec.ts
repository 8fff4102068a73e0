import { describe, expect, it } from 'vitest';
import { message, quoted } from '../../../../../../src/shared/domain/message.ts';
import { notifyPersons } from '../../../../../../src/main/machine/windows/system/notify-persons.ts';

function told(active: readonly number[] | { readonly why: string }, refusing: readonly number[]) {
  const shown: (readonly [number, string, string])[] = [];
  const why = notifyPersons('Cutover', 'It is gone.', {
    active: () => active,
    show: (session, title, text) => {
      if (refusing.includes(session)) return 'Access is denied';
      shown.push([session, title, text]);
      return null;
    },
  });
  return { why, shown };
}

const notShown = (why: string) => message('run.notNotified', { why: quoted(why) });

describe('a message to who is signed in', () => {
  it('goes to every session in which somebody is', () => {
    expect(told([1, 3], [])).toEqual({
      why: null,
      shown: [1, 3].map((session) => [session, 'Cutover', 'It is gone.']),
    });
  });

  it('was seen where one session showed it', () => {
    expect(told([1, 3], [1])).toEqual({ why: null, shown: [[3, 'Cutover', 'It is gone.']] });
  });

  it.each([
    ['nobody is signed in', [], message('run.notNotified', { why: message('run.nobodySignedIn') })],
    ['every session refuses', [1, 3], notShown('Access is denied')],
    ['the sessions cannot be told', { why: 'no server' }, notShown('no server')],
  ])('says why nobody saw it: %s', (_what, active, why) => {
    expect(told(active, [1, 3]).why).toEqual(why);
  });
});
