import { secretRefs, type SecretRef } from '../../shared/domain/action.ts';
import type { Passwords } from '../engine/run/passwords.ts';

/** Passwords in memory. Those given without a name serve every product that asks for one. */
export class HeldSecrets implements Passwords {
  readonly #byRef = new Map<SecretRef, readonly string[]>();

  all(ref: SecretRef): readonly string[] {
    return this.#byRef.get(ref) ?? [];
  }

  /** In place of those held so far; each is kept once. */
  set(ref: SecretRef | null, ...passwords: readonly string[]): void {
    const each = [...new Set(passwords)];
    for (const one of ref === null ? secretRefs : [ref]) this.#byRef.set(one, each);
  }

  forget(ref: SecretRef): void {
    this.#byRef.delete(ref);
  }

  forgetAll(): void {
    this.#byRef.clear();
  }

  /** Which passwords are held, without their text. */
  given(): readonly SecretRef[] {
    return secretRefs.filter((ref) => this.#byRef.has(ref));
  }

  /** Keeps a password out of any JSON by accident. */
  toJSON(): string {
    return '[secrets]';
  }
}
