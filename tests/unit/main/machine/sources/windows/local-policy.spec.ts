import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localPolicyOf } from '../../../../../../src/main/machine/sources/windows/local-policy.ts';
import { policyFile } from '../../../../../support/policy-file.ts';
import { temporaryFolder } from '../../../../../support/temporary-folder.ts';

const key = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';

function answersOf(place: (path: string) => void) {
  const path = join(temporaryFolder(), 'Registry.pol');
  place(path);
  const localPolicy = localPolicyOf(path);
  return [localPolicy(key, 'DisableAntiSpyware'), localPolicy(key, 'DisableAntiVirus')];
}

describe('localPolicyOf', () => {
  it('knows what the policy file writes, whatever the case of its letters', () => {
    const entries = [
      { key: 'Software\\Policies\\Microsoft\\Windows Defender', name: 'disableantispyware' },
    ];
    expect(answersOf((path) => writeFileSync(path, policyFile(entries)))).toEqual([true, false]);
  });

  it('knows that no file writes nothing', () => {
    expect(answersOf(() => undefined)).toEqual([false, false]);
  });

  it.each<[string, (path: string) => void]>([
    ['a damaged file', (path) => writeFileSync(path, 'PReg')],
    ['one that cannot be read', (path) => mkdirSync(path)],
    ['one that is far too long', (path) => writeFileSync(path, Buffer.alloc(8 * 1024 * 1024 + 1))],
  ])('knows nothing of %s', (_what, place) => {
    expect(answersOf(place)).toEqual([null, null]);
  });
});
