import type { GuideSnapshot } from '../../shared/contract/guide.ts';
import { bridge } from './bridge.ts';

/** Longer than an engine that stands ready ever needs, shorter than a person looks at an empty window. */
const limitMs = 400;

/**
 * Where things stand before anything is drawn, so that the first thing drawn is the page and not a sign of waiting.
 * Null when the engine is slow or refuses; the connection then asks again.
 */
export async function firstSnapshot(): Promise<GuideSnapshot | null> {
  const asked = bridge()
    .snapshot()
    .then((reply) => (reply.ok ? reply.value : null))
    .catch(() => null);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), limitMs));
  return await Promise.race([asked, late]);
}
