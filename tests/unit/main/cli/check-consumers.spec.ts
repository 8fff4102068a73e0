import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkContracts,
  nextAntivirusContract,
  type CheckAnswer,
  type CheckContractName,
} from '../../../../src/shared/domain/run/check-contracts.ts';
import { exitCodeFor } from '../../../../src/shared/domain/run/exit-codes.ts';

interface Heard {
  readonly code: number;
  readonly stdout: string;
}

/** What other tools conclude; sources beside the contracts. Configuration Manager hears the script of docs/fleets.md. */
const consumers: Readonly<Record<CheckContractName, (heard: Heard) => unknown>> = {
  plain: ({ code }) => code,
  'intune-app': ({ code, stdout }) => code === 0 && stdout !== '',
  configmgr: ({ code, stdout }) => [code, stdout.split(/\r?\n/).some((line) => line !== '')],
  remediation: ({ code }) => code === 1,
  json: ({ code, stdout }) => [code, JSON.parse(stdout)],
  'next-antivirus': ({ code }) => code,
};

const texts = { line: 'Clean: no Kaspersky product.\n', json: '{"rc": 0}\n', nothing: '' } as const;

function heard({ exit, stdout }: CheckAnswer): Heard {
  const code = typeof exit === 'string' ? exitCodeFor(exit, 'win32') : exit;
  return { code, stdout: texts[stdout] };
}

const contracts = { ...checkContracts, 'next-antivirus': nextAntivirusContract };
const answers = Object.entries(contracts).flatMap(([contract, { answers: each }]) =>
  Object.entries(each).map(([state, answer]) => [contract, state, answer] as const),
);

describe('an empty line before the answer, which some programs put there', () => {
  it.each(answers)('changes nothing in the contract %s for %s', (contract, _state, answer) => {
    const conclude = consumers[contract as CheckContractName];
    const said = heard(answer);
    expect(conclude({ ...said, stdout: `\r\n${said.stdout}` })).toEqual(conclude(said));
  });

  it('is dropped in the script for Configuration Manager, which hears nothing but silence', () => {
    const script = '--contract configmgr | ? { $_ }; exit $LASTEXITCODE';
    expect(readFileSync('docs/fleets.md', 'utf8')).toContain(script);
  });
});
