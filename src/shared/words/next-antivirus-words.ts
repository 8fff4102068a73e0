import { message, type Message } from '../domain/message.ts';
import type { NextAntivirus } from '../domain/state/next-antivirus.ts';

/** Whether another antivirus can be installed; what stands in its way, and what is left besides, is named. */
export function nextAntivirusSentences(next: NextAntivirus): readonly Message[] {
  const names = next.beside.map(({ kind, name }) =>
    message(`nextAntivirus.beside.${kind}`, { name }),
  );
  const left = names.length === 0 ? [] : [message('nextAntivirus.alsoLeft', { names })];
  return [...verdictSentences(next), ...left];
}

function verdictSentences({
  verdict,
  obstacles,
  pendingRestarts,
  notRead,
}: NextAntivirus): readonly Message[] {
  const waits = message('nextAntivirus.waits', { sources: pendingRestarts });
  const sections = notRead.map((section) => message(`section.${section}`));
  switch (verdict) {
    case 'ready':
      return [message('nextAntivirus.ready')];
    case 'blocked': {
      const names = obstacles.map(({ kind, name }) =>
        message(`nextAntivirus.obstacle.${kind}`, { name }),
      );
      return [
        message('nextAntivirus.blocked', { names }),
        ...(pendingRestarts.length > 0 ? [waits] : []),
        ...(sections.length > 0 ? [message('nextAntivirus.notRead', { sections })] : []),
      ];
    }
    case 'restartNeeded':
      return [message('nextAntivirus.restartNeeded'), waits];
    case 'notKnown':
      return [message('nextAntivirus.notKnown'), message('nextAntivirus.notRead', { sections })];
  }
}
