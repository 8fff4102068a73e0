import { basename, relative } from 'node:path';
import { message } from '../../../../shared/domain/message.ts';
import { defaultChoice } from '../../../../shared/domain/plan/plan.ts';
import { exitCodeFor } from '../../../../shared/domain/run/exit-codes.ts';
import { stateSentences } from '../../../../shared/words/state-words.ts';
import type { Translator } from '../../../../shared/words/translator.ts';
import { scope } from '../../../catalog/scope.ts';
import { readInventories } from '../../../machine/sources/file/read-inventory-file.ts';
import { thisPlatform } from '../../../machine/open-machine.ts';
import { answerAbout, type Answer } from '../../../session/decisions.ts';
import { cutoverVersion } from '../../../session/cutover-version.ts';
import { notRead } from '../../flags/source.ts';
import { answered, type CommandEnd } from '../../results/command-end.ts';
import { machineLine } from '../../results/result-text.ts';
import { wordsOf } from '../../terminal/said.ts';

/** What a machine is counted as in the summary. */
export type Count = 'found' | 'without' | 'unknown' | 'unread';

/** What is said of one machine. */
export interface Told {
  readonly count: Count;
  readonly line: string;
}

/** How machines are told of. */
export interface Telling {
  /** The file or folder that was named. */
  readonly from: string;
  /** One document a line, for programs. */
  readonly json: boolean;
}

/** Every machine of which a file tells. One that cannot be read is told as well, and costs nothing else. */
export async function* tellFile(
  file: string,
  { from, json }: Telling,
  words: Translator,
): AsyncGenerator<Told> {
  const place = relative(from, file) || basename(file);
  const told = (count: Count, computer: string | null, end: CommandEnd) => ({
    count,
    line: json ? documentOf(place, computer, end) : sentenceOf(place, computer, end, words),
  });
  const read = await readInventories({ path: file, scope, collectedBy });
  if (!read.ok) {
    yield told('unread', null, notRead(place, read.problem).end);
    return;
  }
  for (const inventory of read.value) {
    const answer = answerAbout(inventory, defaultChoice);
    const { findings, state } = answer;
    const msg = words.sentences(stateSentences(state));
    const { computerName } = inventory.machine;
    yield told(countOf(answer), computerName, answered({ msg, state, findings }));
  }
}

const collectedBy = `cutover ${cutoverVersion}`;

/** Whatever stays, and for whatever reason, is something of Kaspersky that is there. */
function countOf({ findings, state: { verdict } }: Answer): Count {
  if (findings.length > 0 || verdict === 'danger') return 'found';
  return verdict === 'notKnown' ? 'unknown' : 'without';
}

function documentOf(file: string, computer: string | null, end: CommandEnd): string {
  const rc = exitCodeFor(end.exit, thisPlatform);
  return machineLine({ file, computer, end }, { command: 'scan', rc });
}

function sentenceOf(
  file: string,
  computer: string | null,
  { says = [], answer }: CommandEnd,
  words: Translator,
): string {
  const told = answer?.msg ?? says.map((said) => wordsOf(said, words)).join(' ');
  const name = computer ?? message('terminal.machines.unnamed');
  return words.render(message('terminal.machines.one', { computer: name, file, answer: told }));
}
