import { undoOf } from '../../../shared/domain/action.ts';
import type { Hazard, HazardSeverity, Plan } from '../../../shared/domain/plan.ts';
import { hazardTones } from '../../../shared/domain/tones.ts';
import { english } from '../../../shared/words/english.ts';
import { liftingFlag } from '../../../shared/domain/lifting-flag.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { styled, toneStyles } from './style.ts';
import { visible } from '../../report/visible.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const severityWords: Readonly<Record<HazardSeverity, string>> = {
  stop: 'STOP',
  todo: 'Before we start',
  warning: 'Careful',
  info: 'Good to know',
};

/** The steps in order, what stays and why, and every hazard, the serious ones first. */
export function showPlan(terminal: Terminal, plan: Plan): void {
  showHazards(terminal, plan.hazards);
  if (plan.steps.length === 0) terminal.out('There is nothing to remove.');
  else terminal.out(styled(terminal, 'bold', 'What will be done, in this order:'));
  plan.steps.forEach((step, index) => {
    terminal.out(`  ${index + 1}. ${visible(english.t('step.remove', step))}`);
    terminal.out(
      `     ${wrapped(english.t(`family.${step.family}.notice`), terminal.columns, '     ')}`,
    );
  });
  for (const undo of new Set(plan.steps.map(({ action }) => undoOf(action))))
    terminal.out(`  ${wrapped(undo, terminal.columns, '  ')}`);
  if (plan.kept.length > 0) terminal.out(styled(terminal, 'bold', 'What stays:'));
  for (const { name, explanation, productId } of plan.kept) {
    const choose = productId === undefined ? '' : ` (${productId})`;
    const why = wrapped(english.render(explanation), terminal.columns, '    ');
    terminal.out(`  – ${visible(name)}${choose}: ${why}`);
  }
}

const order: readonly HazardSeverity[] = ['stop', 'todo', 'warning', 'info'];

export function showHazards(terminal: Terminal, hazards: readonly Hazard[]): void {
  const sorted = hazards.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const hazard of sorted) {
    const word = severityWords[hazard.severity];
    const style = toneStyles[hazardTones[hazard.severity]];
    const { title, explanation, advice } = hazardWords(hazard, english);
    const flag = hazard.severity === 'todo' ? `--acknowledge ${hazard.id}` : liftingFlag(hazard);
    terminal.out(`${styled(terminal, style, `${word}:`)} ${styled(terminal, 'bold', title)}`);
    terminal.out(`  ${wrapped(explanation, terminal.columns, '  ')}`);
    terminal.out(`  → ${wrapped(advice, terminal.columns, '    ')}`);
    if (flag !== null) terminal.out(`  (${flag})`);
  }
  if (hazards.length > 0) terminal.out('');
}
