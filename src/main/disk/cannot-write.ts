import { message, type Message } from '../../shared/domain/message.ts';

/** The run folder does not take what has to be remembered. The one failure that travels as an exception. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
  readonly said: Message;

  /** `path` is the file that could not be written, `reason` what the system said. */
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.said = message('refusal.cannotWrite', { path, reason });
  }
}

/** Does what touches the disk; a refusal becomes {@link CannotWrite}. */
export function writing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotWrite(path, reason);
  }
}
