import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkContracts,
  nextAntivirusContract,
  type CheckAnswer,
  type CheckContract,
} from '../src/shared/domain/run/check-contracts.ts';
import { exitCodes, type ExitCodeName } from '../src/shared/domain/run/exit-codes.ts';
import { eventIdOf } from '../src/shared/domain/run/log-entry.ts';
import { groupPolicyTemplate } from './group-policy-template.ts';
import { verdicts } from '../src/shared/domain/state/verdicts.ts';
import { jsonSchema, schemaNames } from '../src/main/cli/results/published-schemas.ts';
import { english } from '../src/shared/words/english.ts';
import { accuracyDocument } from '../tests/accuracy/accuracy-document.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The documents that are made from the code, by path. A test compares them with what lies in the project. */
export async function generatedDocuments(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/accuracy.md': accuracyDocument(),
    'docs/exit-codes.md': exitCodeDocument(),
    ...(await groupPolicyTemplate()),
    ...Object.fromEntries(
      schemaNames.map((name) => [
        `docs/${name}.schema.json`,
        `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
      ]),
    ),
  };
}

function exitCodeDocument(): string {
  const rows = (Object.keys(exitCodes) as ExitCodeName[]).map((name) => {
    const { windows, posix } = exitCodes[name];
    const [meaning, action] = [
      english.t(`exitCode.${name}.meaning`),
      english.t(`exitCode.${name}.action`),
    ];
    return `| ${windows} | ${posix} | ${eventIdOf(name)} | \`${name}\` | ${meaning} | ${action} |`;
  });
  return [
    '# Exit codes',
    '',
    'Made from `src/shared/domain/run/exit-codes.ts` and the English catalogue by `npm run docs`; do not edit by hand.',
    '',
    'Windows codes follow Windows Installer, so deployment tools understand 0, 3010, 1618 and 1602 as they are.',
    'Our own codes are 2000–2099. Elsewhere an exit code is one byte, hence the second column.',
    'Every run writes one entry of the source `Cutover` into the log _Application_ of Windows; its id is in the third column.',
    '',
    '| Windows | other systems | event id | name | meaning | what to do |',
    '| ---: | ---: | ---: | --- | --- | --- |',
    ...rows,
    '',
    ...checkContractLines(),
    '',
  ].join('\n');
}

function checkContractLines(): readonly string[] {
  const contracts = Object.entries<CheckContract>(checkContracts);
  const states = [...verdicts.toReversed(), 'failed'] as const;
  return [
    '## What `cutover check` answers',
    '',
    'Made from `src/shared/domain/run/check-contracts.ts`. Chosen with `--contract`:',
    '',
    ...contracts.map(([name, { readBy }]) => `- \`${name}\`: ${readBy}.`),
    '',
    `| contract | ${states.map((state) => `\`${state}\``).join(' | ')} |`,
    `| --- |${states.map(() => ' --- |').join('')}`,
    ...contracts.map(
      ([name, { answers }]) =>
        `| \`${name}\` | ${states.map((state) => answerWords(answers[state])).join(' | ')} |`,
    ),
    '',
    'The worst that applies is said. `clean`: nothing of what is to go, and another antivirus protects; what stays is named.',
    '`engineInside`: the engine of the vendor runs inside a product of somebody else, which no removal takes away.',
    '`notProtected`: nothing is known to protect. `notKnown`: too little could be read. `restartNeeded`: an earlier removal',
    'waits for a restart. `found`: a product is installed. `danger`: something that was left behind does harm, or will at',
    'the next start. `failed`: nothing could be read.',
    '',
    ...nextAntivirusLines(),
  ];
}

/** A question of its own, with answers of its own. */
function nextAntivirusLines(): readonly string[] {
  const { readBy, answers } = nextAntivirusContract;
  const states = Object.keys(answers) as readonly (keyof typeof answers)[];
  return [
    '## Whether another antivirus can be installed',
    '',
    `\`cutover check --contract next-antivirus\` is for ${readBy}.`,
    '',
    `| contract | ${states.map((state) => `\`${state}\``).join(' | ')} |`,
    `| --- |${states.map(() => ' --- |').join('')}`,
    `| \`next-antivirus\` | ${states.map((state) => answerWords(answers[state])).join(' | ')} |`,
    '',
    '`ready`: no entry in the list of programs, no row of Windows Security with a program that is there, no service or driver, no',
    'name among the filters of devices or in the bindings of the network, and no restart that Windows waits for. `blocked`: some',
    'of that is there, and each is named. `restartNeeded`: only a restart is missing. `notKnown`: not all of it could be read.',
    '`failed`: nothing could be read. What stays because nobody chose it does not count. Filters of the Windows Filtering',
    'Platform are not looked at, and every answer says so. The same stands in `nextAntivirus` of `check --json`.',
  ];
}

function answerWords({ exit, stdout, stderr }: CheckAnswer): string {
  const code = typeof exit === 'number' ? String(exit) : `\`${exit}\``;
  const outputs = [
    stdout === 'nothing' ? [] : `${stdout} on stdout`,
    stderr === 'nothing' ? [] : 'line on stderr',
  ];
  return [code, outputs.flat().join(', ') || 'no output'].join(': ');
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await generatedDocuments())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path} (${readFileSync(join(root, path)).length} bytes)`);
  }
}
