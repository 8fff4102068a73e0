import type { Protection } from '../../src/shared/domain/protection/protection.ts';
import { protection } from '../../src/main/engine/protection/protection.ts';
import { accuracyCases, type AccuracyCase } from './accuracy-case.ts';
import { innocentCount, innocentLists, innocentNames } from './innocent-names.ts';
import { answerTo, precisionOf, recallOf, scores, total, type Score } from './measure.ts';

/** `docs/accuracy.md`: how well detection does on public records, measured anew whenever the documents are made. */
export function accuracyDocument(): string {
  const cases = accuracyCases();
  const byFamily = scores(cases.map(answerTo));
  return [
    '# Accuracy of detection',
    '',
    'Measured by `tests/accuracy` and written by `npm run docs`; do not edit by hand.',
    '',
    'A finding is *right* when family, product, state, confidence, parts and what would be removed are as the case',
    'demands, where it demands it. Anything else that is found is *wrong*, and a product that no right finding stands',
    'for is *missed*. Precision is right / (right + wrong), recall is right / (right + missed).',
    '',
    '| family | right | wrong | missed | precision | recall |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...byFamily].map(([family, score]) => scoreLine(`\`${family}\``, score)),
    scoreLine('**all**', total(byFamily)),
    '',
    protectionLine(cases),
    '',
    `Of ${innocentCount()} names of programs, drivers and makers that are not Kaspersky's, none may give a finding or a danger:`,
    '`tests/accuracy/innocent.spec.ts` fails on the first.',
    '',
    'Beside each report stand computers that nobody reported – another language, edition, version, place or view of the',
    'registry – of which the same has to be said: `tests/accuracy/neighbours.spec.ts`. They are made up and count nowhere',
    'in the numbers above.',
    '',
    '## What was used',
    '',
    '| list | cases | of these nothing to find |',
    '| --- | ---: | ---: |',
    ...listLines(cases),
    '',
    ...sourceLines(cases),
    '',
    "Names of others, stored as facts in `tests/accuracy/innocent` (what is Kaspersky's was taken out, nothing else):",
    '',
    ...innocentLines(),
    '',
    '## What was left out',
    '',
    ...leftOut,
    '',
  ].join('\n');
}

function scoreLine(name: string, score: Score): string {
  const { right, wrong, missed } = score;
  const shares = [precisionOf(score), recallOf(score)].map(percent);
  return `| ${[name, right, wrong, missed, ...shares].join(' | ')} |`;
}

/** Rounded down, so that nothing looks perfect that is not. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}

function protectionLine(cases: readonly AccuracyCase[]): string {
  const judged = cases.filter((each) => each.protection !== undefined);
  const right = judged.filter(({ inventory, protection: verdicts }) =>
    verdicts?.includes(protection(inventory).verdict satisfies Protection['verdict']),
  );
  return `The verdict on what protects the computer is right in ${right.length} of ${judged.length} cases that have one.`;
}

function listLines(cases: readonly AccuracyCase[]): readonly string[] {
  return [...Map.groupBy(cases, ({ list }) => list)].map(([list, all]) => {
    const clean = all.filter((each) => each.expect.length === 0);
    return `| \`tests/accuracy/${list}\` | ${all.length} | ${clean.length} |`;
  });
}

function sourceLines(cases: readonly AccuracyCase[]): readonly string[] {
  return cases.map(({ id, source }) => `- \`${id}\`: ${source}`);
}

function innocentLines(): readonly string[] {
  return innocentLists.map(
    (list) => `- \`${list.file}\`, ${innocentNames(list).length} lines: ${list.source}`,
  );
}

const leftOut = [
  '- These cases were known while detection was written, so that the numbers show that nothing got worse, not how well',
  '  it does on a computer nobody has seen. Cases that were kept aside are not part of the project.',
  '- Of `records/field-reports.json` the right answers were written down before the program saw the cases, and everything',
  '  that scan, plan, check and protection said was read: 81 of the 105 were right at first, 13 had a wrong finding, danger',
  '  or name, 11 a sentence or a next step that was not true or missing.',
  '- `records/further-reports.json` is a later round, made in the same way of sources that no earlier one had used: 51 of the',
  '  68 were right at first, 9 had a wrong finding or none, 8 a sentence or a next step that was not true. In one of the 51 the',
  '  answer that had been written down asked more than the record holds, and was taken back.',
  '- `records/collected-reports.json` is a third round: 56 computers of forum logs, scripts and notes in eight languages, and',
  '  twelve endings of uninstallers, which stand in the tests of their judgement. 41 of the 68 were right at first; 6 had a',
  '  wrong finding, verdict or none, 21 a sentence or a next step that was not true, ten of these about why an uninstaller failed.',
  '- `records/third-collection.json` is a fourth round, of sources that no earlier one had used: 69 computers, and 17 endings of',
  '  uninstallers, mostly numbers that Microsoft publishes and the program had no words for. 57 of the 69 computers were right at',
  '  first; 8 had no finding or a wrong one, 2 a wrong verdict, 2 a sentence that was not true. Of the endings one was right; of the',
  '  others the cause was not told. Nine answers that had been written down were taken back: one asked more than the record holds,',
  '  five asked for what is told elsewhere, three called a verdict otherwise. Eight more cases were left out: no source showed the',
  '  names in them.',
  '- Most records show a few sections of a computer. What they do not hold counts as unreadable or as empty, as the',
  '  case says. Where a record names neither maker nor Windows Installer product, these were added by hand; the case',
  '  says so.',
  '- Nothing was measured on real computers with Kaspersky installed. Files that are not among those of a service or a',
  '  program, and other systems than Windows have no case.',
  '- Whole registry exports and hives of computers with Kaspersky: none was found in public whose licence allows keeping',
  '  it here, and such files tell more about a person than a test needs. The readers were tried once, by hand, on four',
  '  public exports that are not part of the project; they are in none of the numbers, and nobody can repeat that from',
  '  here. Here the readers are tested on files that the tests write themselves.',
  '- Which features the vendor’s packages have is shown by no public record; what is told of them was tried with packages',
  '  made by us.',
  '- Translated titles are known from public sources for Russian, Portuguese, Spanish, Polish, French and Chinese. A',
  '  title in another translation names a product, but it goes by itself only where its folder, its product code or its',
  '  upgrade code says the same.',
];
