import { secretRefs, type SecretRef } from '../../shared/domain/action.ts';
import type { Secrets } from '../machine/machine.ts';

/** Passwords in memory. A password given without a name serves every product that asks for one. */
export class HeldSecrets implements Secrets {
  readonly #byRef = new Map<SecretRef, string>();

  get(ref: SecretRef): string | undefined {
    return this.#byRef.get(ref);
  }

  set(ref: SecretRef | null, password: string): void {
    for (const each of ref === null ? secretRefs : [ref]) this.#byRef.set(each, password);
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
