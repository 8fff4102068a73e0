import { expectTypeOf, it } from 'vitest';
import type { GuidePage } from '../../../../src/shared/contract/guide-pages.ts';
import type { ProblemId } from '../../../../src/shared/contract/problem.ts';
import type {
  Confidence,
  EvidenceKind,
  Family,
  RegisteringSection,
} from '../../../../src/shared/domain/finding.ts';
import type { SectionName } from '../../../../src/shared/domain/sections.ts';
import type { MessageId } from '../../../../src/shared/domain/message.ts';
import type { NextStep, RunOutcome } from '../../../../src/shared/domain/run/run-outcomes.ts';
import type { HazardId } from '../../../../src/main/catalog/hazards.ts';
import type { continuedTooOften } from '../../../../src/main/engine/run/goes-on.ts';
import type { DefenderAction } from '../../../../src/shared/domain/action.ts';
import type {
  ProtectionVerdict,
  SourceAnswer,
} from '../../../../src/shared/domain/protection/protection.ts';
import type {
  Remedy,
  ReactivationCauseId,
} from '../../../../src/shared/domain/protection/reactivation.ts';
import type { StepOutcome } from '../../../../src/shared/domain/plan/step-outcomes.ts';
import type { GapReason } from '../../../../src/shared/domain/section.ts';

/** The ids that have a message `concept.ID`, or `concept.ID.part`. */
type IdsOf<Concept extends string, Part extends string = ''> = MessageId extends infer Key
  ? Key extends `${Concept}.${infer Id}${Part extends '' ? '' : `.${Part}`}`
    ? Id extends `${string}.${string}`
      ? never
      : Id
    : never
  : never;

it('a closed list has a message for each of its ids, and no other; the compiler checks it', () => {
  expectTypeOf<IdsOf<'outcome', 'title'>>().toEqualTypeOf<RunOutcome>();
  expectTypeOf<IdsOf<'nextStep'>>().toEqualTypeOf<NextStep>();
  expectTypeOf<IdsOf<'phone.outcome'>>().toEqualTypeOf<RunOutcome>();
  expectTypeOf<IdsOf<'stepOutcome', 'title'>>().toEqualTypeOf<StepOutcome>();
  expectTypeOf<IdsOf<'verdict'>>().toEqualTypeOf<ProtectionVerdict>();
  expectTypeOf<IdsOf<'phone.verdict'>>().toEqualTypeOf<ProtectionVerdict>();
  expectTypeOf<IdsOf<'sourceAnswer'>>().toEqualTypeOf<SourceAnswer>();
  type Hazard = HazardId | typeof continuedTooOften.id;
  expectTypeOf<IdsOf<'hazard', 'title'>>().toEqualTypeOf<Hazard>();
  expectTypeOf<IdsOf<'hazard', 'explanation'>>().toEqualTypeOf<Hazard>();
  expectTypeOf<IdsOf<'hazard', 'advice'>>().toEqualTypeOf<Hazard>();
  expectTypeOf<IdsOf<'evidence.unread'>>().toEqualTypeOf<RegisteringSection>();
  expectTypeOf<IdsOf<'family', 'name'>>().toEqualTypeOf<Family>();
  expectTypeOf<IdsOf<'family', 'notice'>>().toEqualTypeOf<Family>();
  expectTypeOf<IdsOf<'evidence.kind'>>().toEqualTypeOf<EvidenceKind>();
  expectTypeOf<IdsOf<'confidence'>>().toEqualTypeOf<Confidence>();
  expectTypeOf<IdsOf<'section'>>().toEqualTypeOf<SectionName>();
  expectTypeOf<IdsOf<'gapReason'>>().toEqualTypeOf<GapReason>();
  expectTypeOf<IdsOf<'reactivate.cause'>>().toEqualTypeOf<ReactivationCauseId>();
  expectTypeOf<IdsOf<'reactivate.remedy'>>().toEqualTypeOf<Remedy>();
  expectTypeOf<IdsOf<'reactivate.step'> | IdsOf<'undo.step'>>().toEqualTypeOf<
    DefenderAction['kind']
  >();
  expectTypeOf<IdsOf<'problem'>>().toEqualTypeOf<ProblemId>();
  expectTypeOf<IdsOf<'page', 'name'>>().toEqualTypeOf<GuidePage>();
});
