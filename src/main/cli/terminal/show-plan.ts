import type {
  Hazard,
  HazardSeverity,
  NotRepaired,
  Plan,
} from '../../../shared/domain/plan/plan.ts';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import type { MessageId } from '../../../shared/domain/message.ts';
import { hazardTones } from '../../../shared/domain/plan/hazard-tones.ts';
import { liftingFlag } from '../../../shared/domain/plan/lifting-flag.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { visible } from '../../report/visible.ts';
import { showWaysOut } from './show-ways-out.ts';
import { stepTitle } from './step-title.ts';
import { styled, toneStyles } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/** A run plans each phase when it comes to it: at its beginning nothing is known of what becomes of traces and dangers. */
export type PlanPart = 'whole' | 'beginning';

/** The steps in order, what stays and why, and every hazard, the serious ones first. */
export function showPlan(
  terminal: Terminal,
  words: Translator,
  plan: Plan,
  part: PlanPart = 'whole',
): void {
  showHazards(terminal, words, plan.hazards);
  const isLater = part === 'beginning' && plan.kept.some(({ reason }) => reason === 'leftover');
  if (!isLater || plan.steps.length > 0) showSteps(terminal, words, plan);
  showLeft(terminal, words, 'terminal.plan.notRepaired', plan.notRepaired);
  showLeft(terminal, words, 'terminal.plan.notCleaned', plan.notCleaned);
  showWaysOut(terminal, words, plan.waysOut);
  // What of traces goes and what stays was told, each by itself.
  const isTold =
    isLater ||
    plan.notCleaned.length > 0 ||
    plan.steps.some(({ about }) => about.kind === 'remains');
  const kept = plan.kept.filter(({ reason }) => !(isTold && reason === 'leftover'));
  if (kept.length === 0) return;
  terminal.out(styled(terminal, 'bold', words.t('terminal.plan.stays')));
  for (const { name, explanation, productId } of kept) {
    const choose = productId === undefined ? '' : ` (${productId})`;
    const says = `– ${visible(nameWords(name, words))}${choose}: ${words.render(explanation)}`;
    terminal.out(`  ${wrapped(says, terminal.columns, '    ')}`);
  }
}

function showLeft(
  terminal: Terminal,
  words: Translator,
  heading: 'terminal.plan.notRepaired' | 'terminal.plan.notCleaned',
  all: readonly Pick<NotRepaired, 'name' | 'why'>[],
): void {
  if (all.length > 0) terminal.out(styled(terminal, 'bold', words.t(heading)));
  for (const { name, why } of all) {
    // Most sentences about a driver name it themselves.
    const named = why.values?.['name'] === name ? '' : `${visible(name)}: `;
    terminal.out(`  ${wrapped(`– ${named}${words.render(why)}`, terminal.columns, '    ')}`);
  }
}

function showSteps(
  terminal: Terminal,
  words: Translator,
  { steps, waysOut }: Pick<Plan, 'steps' | 'waysOut'>,
): void {
  if (steps.length === 0) {
    // What is there and cannot be removed by us is not nothing.
    if (waysOut.length === 0) terminal.out(words.t('terminal.plan.nothing'));
    return;
  }
  terminal.out(styled(terminal, 'bold', words.t('terminal.plan.order')));
  steps.forEach((step, index) => {
    const title = `${index + 1}. ${stepTitle(step, words)}`;
    terminal.out(`  ${wrapped(title, terminal.columns, '     ')}`);
    if (step.about.kind !== 'product') return;
    const notice = words.t(`family.${step.about.family}.notice`);
    terminal.out(`     ${wrapped(notice, terminal.columns, '     ')}`);
  });
  if (productCount(steps) > 0)
    terminal.out(`  ${wrapped(words.t('terminal.plan.noUndo'), terminal.columns, '  ')}`);
}

/** The most serious first. */
const severityWords = {
  stop: 'terminal.plan.stop',
  todo: 'page.prepare.name',
  warning: 'page.prepare.warnings',
  info: 'page.prepare.infos',
} as const satisfies Readonly<Record<HazardSeverity, MessageId>>;

const order = Object.keys(severityWords) as readonly HazardSeverity[];

export function showHazards(
  terminal: Terminal,
  words: Translator,
  hazards: readonly Hazard[],
): void {
  const sorted = hazards.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const hazard of sorted) showHazard(terminal, words, hazard);
  if (hazards.length > 0) terminal.out('');
}

function showHazard(terminal: Terminal, words: Translator, hazard: Hazard): void {
  const word = styled(
    terminal,
    toneStyles[hazardTones[hazard.severity]],
    `${words.t(severityWords[hazard.severity])}:`,
  );
  const { title, explanation, advice } = hazardWords(hazard, words);
  const flag = hazard.severity === 'todo' ? `--acknowledge ${hazard.id}` : liftingFlag(hazard);
  terminal.out(wrapped(`${word} ${styled(terminal, 'bold', title)}`, terminal.columns, '  '));
  terminal.out(`  ${wrapped(explanation, terminal.columns, '  ')}`);
  terminal.out(`  → ${wrapped(advice, terminal.columns, '    ')}`);
  if (flag !== null) terminal.out(`  (${flag})`);
}
