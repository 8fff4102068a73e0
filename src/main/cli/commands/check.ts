import { message, type Message } from '../../../shared/domain/message.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import {
  checkContracts,
  type CheckAnswer,
  type CheckContractName,
  type CheckState,
} from '../../../shared/domain/run/check-contracts.ts';
import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { Protection } from '../../../shared/domain/protection/protection.ts';
import { dangerWords } from '../../../shared/words/danger-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { unprovenSections, remainingProducts } from '../../engine/judge/verify.ts';
import { decisions } from '../../session/decisions.ts';
import { jsonText } from '../../report/json-text.ts';
import { checkChoice } from '../flags/check-choice.ts';
import { choiceFrom, type ChoiceOptions } from '../flags/choice-options.ts';
import type { CommandEnd } from '../results/command-end.ts';
import { wordsOf } from '../terminal/said.ts';
import { loadInventory, type SourceOptions } from '../flags/source.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckOptions extends SourceOptions, ChoiceOptions {
  readonly contract?: CheckContractName;
  readonly json?: boolean;
}

/** What the check says, whoever asks. */
interface Checked {
  readonly state: CheckState;
  /** One sentence, short enough for every console. */
  readonly line: string;
  readonly dangers: readonly Danger[];
  readonly found: readonly Finding[];
  readonly protection: Protection | null;
}

/** `cutover check`: is Kaspersky gone and the computer protected, in the contract of whoever asks. */
export async function checkCommand(
  options: CheckOptions,
  terminal: Terminal,
  words: Translator,
): Promise<CommandEnd> {
  const wrong = checkChoice(choiceFrom(options));
  if (wrong !== null) return wrong;
  const contract = checkContracts[options.json ? 'json' : (options.contract ?? 'plain')];
  const inventory = await loadInventory(options, terminal, words);
  if (!inventory.ok) {
    const line = (inventory.end.says ?? []).map((said) => wordsOf(said, words)).join(' ');
    const checked: Checked = {
      state: 'failed',
      line,
      dangers: [],
      found: [],
      protection: null,
    };
    const told = tell(checked, contract.answers.failed, terminal);
    // A contract that names codes of ours gets the one that says what failed.
    return typeof contract.answers.failed.exit === 'string' ? { exit: inventory.end.exit } : told;
  }
  const checked = check(inventory.value, options, words);
  return tell(checked, contract.answers[checked.state], terminal);
}

function check(inventory: Inventory, options: ChoiceOptions, words: Translator): Checked {
  const { t, list } = words;
  const findings = decisions.detect(inventory);
  const plan = decisions.plan(inventory, findings, choiceFrom(options));
  const found = remainingProducts(plan, findings);
  const { dangers } = plan;
  const protection = decisions.protection(inventory);
  const facts = { dangers, found, protection };
  if (dangers.length > 0) {
    const titles = dangers.map((danger) => dangerWords(danger, words).title);
    return {
      state: 'danger',
      line: t('terminal.check.danger', { titles: titles.join('; ') }),
      ...facts,
    };
  }
  if (found.length > 0) {
    const names = list(found.map(({ name }) => name));
    return { state: 'found', line: t('terminal.check.found', { names }), ...facts };
  }
  const unproven = unprovenSections(inventory);
  if (unproven.length > 0) {
    const sections = list(unproven.map((section) => t(`run.unread.${section}`)));
    return { state: 'notKnown', line: t('terminal.check.notKnown', { sections }), ...facts };
  }
  const { verdict, products, reasons } = protection;
  const stays = staying(plan);
  if (isProtected(protection)) {
    const key = verdict === 'signaturesOld' ? 'terminal.check.cleanButOld' : 'terminal.check.clean';
    const clean = message(key, { names: list(products) });
    return { state: 'clean', line: words.sentences([clean, ...stays]), ...facts };
  }
  const open = [message('terminal.check.notProtected'), ...reasons.slice(0, 1), ...stays];
  return { state: 'notProtected', line: words.sentences(open), ...facts };
}

/** What nobody chose is named in the same breath, so that silence about it is not taken for absence. */
function staying({ kept }: Plan): readonly Message[] {
  const names = kept.flatMap(({ name, reason }) => (reason === 'notChosen' ? [name] : []));
  return names.length === 0 ? [] : [message('terminal.check.stays', { names })];
}

/** Longest text that an Intune remediation keeps, in characters. */
const longestLine = 2048;

function tell(checked: Checked, answer: CheckAnswer, terminal: Terminal): CommandEnd {
  const line = checked.line.replaceAll(/\s+/g, ' ').slice(0, longestLine);
  if (answer.stdout === 'line') terminal.out(line);
  if (answer.stdout === 'json') terminal.out(jsonText(documentOf(checked)));
  if (answer.stderr === 'line') terminal.err(line);
  if (typeof answer.exit === 'string') return { exit: answer.exit };
  return { exit: answer.exit === 0 ? 'success' : 'defect', code: answer.exit };
}

function documentOf({ state, line, dangers, found, protection }: Checked) {
  return {
    format: 'cutover-check/1',
    state,
    changed: false,
    failed: state === 'failed',
    msg: line,
    dangers,
    found: found.map(({ id, productId, family, name, version }) => ({
      id,
      productId,
      family,
      name,
      version,
    })),
    protection,
  };
}
