import { Notification } from 'electron';
import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { endNotice } from './end-notice.ts';

/** Held while it can be clicked: one that nobody holds is forgotten by the program. */
let shown: Notification | null = null;

/** Says how a removal ended; where Windows shows nothing, the button of the taskbar still asks for attention. */
export function notifyEnd(
  { run, practice }: GuideSnapshot,
  words: Translator,
  onClick: () => void,
): void {
  const notice = Notification.isSupported() ? endNotice(run, practice, words) : null;
  if (notice === null) return;
  shown?.close();
  shown = new Notification(notice);
  shown.once('click', onClick);
  shown.show();
}
