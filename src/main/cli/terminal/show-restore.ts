import type { RestorePlan } from '../../../shared/domain/restore.ts';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Why Microsoft Defender does not protect, who can change that, and what Cutover would do. */
export function showRestorePlan(terminal: Terminal, plan: RestorePlan): void {
  if (plan.causes.length > 0) {
    terminal.out('');
    terminal.out(styled(terminal, 'bold', 'Why Microsoft Defender does not protect:'));
  }
  for (const { explanation, whoCanChange } of plan.causes) {
    terminal.out(`  · ${wrapped(explanation, terminal.columns, '    ')}`);
    if (whoCanChange !== null)
      terminal.out(`    → ${wrapped(whoCanChange, terminal.columns, '      ')}`);
  }
  if (plan.steps.length === 0) return;
  terminal.out(styled(terminal, 'bold', 'What Cutover can do (--enable-defender):'));
  plan.steps.forEach(({ title }, index) => terminal.out(`  ${index + 1}. ${title}`));
}

export function showRestored(terminal: Terminal, restored: readonly RestoreStepResult[]): void {
  for (const { title, done, message } of restored) {
    const word = done ? styled(terminal, 'green', 'done') : styled(terminal, 'red', 'not done');
    terminal.out(`  ${word}  ${wrapped(`${title}: ${message}`, terminal.columns, '  ')}`);
  }
}
