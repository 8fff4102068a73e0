import type { Evidence, Finding } from '../../../shared/domain/finding.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/** Every finding with how it is known, and what chooses it where `plan` leaves a choice. */
export function showFindings(
  terminal: Terminal,
  words: Translator,
  findings: readonly Finding[],
  plan?: Plan,
): void {
  if (findings.length === 0) terminal.out(words.t('terminal.findings.none'));
  const choosable = new Set(plan === undefined ? [] : choosableIn(plan));
  for (const finding of findings) showFinding(terminal, words, finding, choosable.has(finding.id));
}

function choosableIn({ steps, kept }: Plan): readonly (string | null)[] {
  return [
    ...steps.map(findingIdOf),
    ...kept.flatMap(({ findingId, reason }) => (reason === 'notChosen' ? findingId : [])),
  ];
}

const order: readonly Evidence['strength'][] = ['proof', 'support', 'hint'];

function showFinding(
  terminal: Terminal,
  words: Translator,
  finding: Finding,
  isChoosable: boolean,
): void {
  const { t } = words;
  const version = finding.version === null ? '' : ` ${finding.version}`;
  const facts = [
    t(`family.${finding.family}.name`),
    ...(finding.state === 'installed' ? [] : [t(`productState.${finding.state}`)]),
    // That remains are only a trace is said already.
    ...(finding.state === 'leftover' && finding.confidence === 'hint'
      ? []
      : [t(`confidence.${finding.confidence}`)]),
  ];
  const choose = t('terminal.findings.choose', { id: finding.productId });
  const title = `${styled(terminal, 'bold', nameWords(finding.name, words) + version)} (${facts.join(', ')})`;
  terminal.out(`  ${wrapped(title, terminal.columns, '    ')}`);
  if (isChoosable) terminal.out(`    ${styled(terminal, 'dim', choose)}`);
  if (finding.components.length > 0) {
    const components = t('finding.components', { components: finding.components });
    terminal.out(`    · ${wrapped(components, terminal.columns, '      ')}`);
  }
  const evidence = finding.evidence.toSorted(
    (a, b) => order.indexOf(a.strength) - order.indexOf(b.strength),
  );
  for (const { says } of evidence.slice(0, most))
    terminal.out(`    · ${wrapped(words.render(says), terminal.columns, '      ')}`);
  const count = evidence.length - most;
  if (count > 0) terminal.out(`    · ${t('terminal.findings.more', { count })}`);
}

const most = 6;
