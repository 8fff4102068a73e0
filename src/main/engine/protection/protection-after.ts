import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { oncePer } from '../../../shared/domain/once.ts';
import { defenderOfWindows } from './defender-of-windows.ts';
import { protection } from './protection.ts';
import { obstacleToReturn } from './defender-return.ts';

/** What will protect the machine when Kaspersky is gone, and why. */
export interface ProtectionAfter {
  readonly expected: 'protected' | 'defenderReturns' | 'nothing' | 'cannotTell';
  readonly reasons: readonly Message[];
}

/**
 * Looks ahead. On client Windows Microsoft Defender comes back by itself when the other antivirus is gone,
 * unless its service is missing or something keeps it off; on Windows Server it does not (Microsoft:
 * defender-docs, compatibility with other security products). An expectation, never a proof.
 */
export const protectionAfter = oncePer((inventory: Inventory): ProtectionAfter => {
  const now = protection(inventory);
  if (now.verdict === 'protected') return { expected: 'protected', reasons: now.reasons };
  const { edition } = inventory.machine;
  if (edition === 'server' && now.verdict !== 'cannotTell' && now.verdict !== 'signaturesOld') {
    const brought = defenderOfWindows(inventory);
    const reason =
      brought === 'antivirus'
        ? message('protection.serverStaysOff')
        : about(message(`protection.defender.${brought}`));
    return { expected: 'nothing', reasons: [...now.reasons, reason] };
  }
  if (now.verdict === 'signaturesOld' || edition !== 'client') {
    return { expected: 'cannotTell', reasons: now.reasons };
  }
  const obstacle = obstacleToReturn(inventory);
  if (obstacle !== null) {
    const expected = obstacle.kind === 'unknown' ? 'cannotTell' : 'nothing';
    return { expected, reasons: [about(obstacle.because)] };
  }
  return {
    expected: 'defenderReturns',
    reasons: [message('protection.defenderReady')],
  };
});

function about(said: Message): Message {
  return message('protection.about', { name: 'Microsoft Defender', said });
}
