import { message, type Message } from '../../../shared/domain/message.ts';
import type { ProtectionVerdict } from '../../../shared/domain/protection/protection.ts';
import { clauses, type Candidate, type Testimony } from './testimony.ts';

export interface Judged {
  readonly name: string;
  readonly verdict: Extract<
    ProtectionVerdict,
    'protected' | 'signaturesOld' | 'notProtecting' | 'cannotTell'
  >;
  readonly reason: Message;
  readonly disagreement: Message | null;
}

/**
 * Every source has to speak for a product; one that denies it is believed, and one that is silent leaves it open.
 * So a source that fails can never make the answer better.
 */
export function judgeCandidate({ name, testimonies }: Candidate): Judged {
  const ages = testimonies.flatMap(({ signatures }) => signatures ?? []);
  const verdict = verdictOf(testimonies, ages);
  const good = verdict === 'protected' || verdict === 'signaturesOld';
  const deciding = testimonies.filter(({ answer, signatures }) =>
    verdict === 'notProtecting'
      ? answer === 'doesNotProtect'
      : good
        ? signatures !== undefined
        : answer === 'unknown' || answer === 'notThere' || signatures === 'unknown',
  );
  // Where every source speaks for it and none knows how old its signatures are, what they say is all there is.
  const told = deciding.length > 0 ? deciding : testimonies;
  const said = clauses(told.map(({ says }) => says));
  return {
    name,
    verdict,
    reason: message('protection.about', { name, said }),
    disagreement: disagreementOf(name, testimonies),
  };
}

function verdictOf(
  testimonies: readonly Testimony[],
  ages: readonly NonNullable<Testimony['signatures']>[],
): Judged['verdict'] {
  if (testimonies.some(({ answer }) => answer === 'doesNotProtect')) return 'notProtecting';
  if (testimonies.some(({ answer }) => answer !== 'protects')) return 'cannotTell';
  if (ages.includes('outOfDate')) return 'signaturesOld';
  return ages.length === 0 || ages.includes('unknown') ? 'cannotTell' : 'protected';
}

/** Settings that do nothing are no witness for protection, so they contradict only what denies it. */
function disagreementOf(name: string, testimonies: readonly Testimony[]): Message | null {
  const said = (answers: readonly Testimony['answer'][]) =>
    testimonies.filter(({ answer }) => answers.includes(answer));
  const listed = testimonies.some(
    ({ source, answer }) => source.startsWith('securityCenter') && answer !== 'notThere',
  );
  const yes = said(['protects']).filter(
    ({ source }) => source !== 'defenderSettings' && source !== 'programFile',
  );
  const no = said(listed ? ['doesNotProtect', 'notThere'] : ['doesNotProtect']);
  if (yes.length === 0 || no.length === 0) return null;
  return message('protection.disagreement', {
    name,
    yes: clauses(yes.map(asQuote)),
    no: clauses(no.map(asQuote)),
  });
}

function asQuote({ source, says }: Testimony): Message {
  return message('protection.sourceSays', { source: message(`protection.source.${source}`), says });
}
