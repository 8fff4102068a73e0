import type { Finding } from '../../shared/finding.ts';
import type { Hazard } from '../../shared/plan.ts';
import type { Protection } from '../../shared/protection.ts';
import type { RunRecord, StepResult } from '../../shared/run.ts';
import { html, type Markup } from './html.ts';
import { reportStyle } from './html-style.ts';
import {
  keptOnPurpose,
  productChanges,
  whatIsLeft,
  type ProductChange,
} from './product-changes.ts';
import {
  answerWords,
  durationWords,
  gapSentence,
  gapWords,
  leftWords,
  momentWords,
  nextSteps,
  outcomeWords,
  protectionWords,
  stepWords,
  technicianNotes,
  unfinishedWords,
  whyItMatters,
  type Tone,
} from './report-words.ts';

/** The report of a run as one page for people: no script, nothing loaded, readable on paper too. */
export function htmlReport(record: RunRecord): string {
  const title = `Cutover report ${record.computerName ?? ''} ${record.startedAt.slice(0, 10)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        ${reportStyle}
      </head>
      <body>
        ${practiceMark(record)}
        <main>
          ${head(record)} ${whatNext(record)} ${products(record)} ${inTheWay(record)}
          ${steps(record)} ${left(record)} ${protection(record)} ${goodToKnow(record)}
          ${notKnown(record)} ${evidence(record)}
        </main>
      </body>
    </html> `.text;
}

function practiceMark({ practice }: RunRecord): Markup | null {
  if (!practice) return null;
  return html`<p class="practice">
    Practice: this was a recorded computer. Nothing real was changed.
  </p>`;
}

function head(record: RunRecord): Markup {
  const { words, tone } = record.outcome === null ? unfinishedWords : outcomeWords[record.outcome];
  const starts = record.starts > 1 ? html` · started ${record.starts} times` : null;
  return html`<header class="${tone}">
    <h1>${words}</h1>
    <p class="lead">${codeMarked(record.summary)}</p>
    <p class="facts">${record.computerName ?? 'Unnamed computer'} · ${period(record)}${starts}</p>
    ${technicianLine(record)}
  </header>`;
}

function technicianLine(record: RunRecord): Markup | null {
  const noted = technicianNotes(record);
  return noted.length === 0 ? null : html`<p class="facts">${noted.join(' · ')}</p>`;
}

function period({ startedAt, finishedAt }: RunRecord): string {
  const began = momentWords(startedAt);
  if (finishedAt === null) return `${began}, not finished`;
  const sameDay = finishedAt.slice(0, 10) === startedAt.slice(0, 10);
  const ended = momentWords(finishedAt);
  return began === ended
    ? began
    : `${began.replace(' UTC', '')} – ${sameDay ? ended.slice(11) : ended}`;
}

function whatNext(record: RunRecord): Markup {
  const items = nextSteps(record).map(codeMarked);
  const several = items.length > 1;
  return html`<section class="next">
    <h2>What to do next</h2>
    ${
      several
        ? html`<ol>
            ${items.map((item) => html`<li>${item}</li>`)}
          </ol>`
        : html`<p>${items[0] ?? []}</p>`
    }
  </section>`;
}

/** Commands stand between backquotes in our own sentences. */
function codeMarked(sentence: string): readonly Markup[] {
  return sentence
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

const stateWords: Readonly<Record<ProductChange['before'], string>> = {
  installed: 'Installed',
  leftover: 'Remains',
  portable: 'Tool on the disk',
  none: '–',
};

function products(record: RunRecord): Markup {
  const rows = productChanges(record).map(
    ({ name, version, before, after }) =>
      html`<tr>
        <th scope="row">
          ${name}${version === null ? null : html` <span class="quiet">${version}</span>`}
        </th>
        <td>${stateWords[before]}</td>
        <td class="${after === 'none' ? 'good' : 'attention'}">
          ${after === 'none' ? 'Gone' : stateWords[after]}
        </td>
      </tr>`,
  );
  return html`<section>
    <h2>Kaspersky products, before and after</h2>
    ${
      rows.length === 0
        ? html`<p>None were found, neither before nor after.</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Product</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
    }
  </section>`;
}

function inTheWay(record: RunRecord): Markup | null {
  if (record.outcome !== 'stopped') return null;
  return html`<section>
    <h2>What stands in the way</h2>
    ${record.plan.hazards.filter((hazard) => isInTheWay(record, hazard)).map(hazardCard)}
  </section>`;
}

function isInTheWay({ outcome, plan }: RunRecord, { id, severity }: Hazard): boolean {
  if (outcome !== 'stopped') return false;
  return severity === 'stop' || (severity === 'todo' && !plan.choice.acknowledged.includes(id));
}

function hazardCard({ title, explanation, advice, severity }: Hazard): Markup {
  const tone: Tone = severity === 'stop' ? 'bad' : severity === 'info' ? 'neutral' : 'attention';
  return html`<article class="${tone}">
    <h3>${title}</h3>
    <p>${explanation}</p>
    <p><strong>What to do:</strong> ${codeMarked(advice)}</p>
  </article>`;
}

function steps(record: RunRecord): Markup | null {
  if (record.steps.length === 0) return null;
  return html`<section>
    <h2>What was done</h2>
    ${record.steps.map(stepCard)}
  </section>`;
}

function stepCard(step: StepResult): Markup {
  const { words, tone } = stepWords[step.outcome];
  return html`<article class="${tone}">
    <h3>${step.name} <span class="label">${words}</span></h3>
    <p>${codeMarked(step.message)}</p>
    ${step.outcome === 'notRun' ? null : stepFacts(step)}
  </article>`;
}

function stepFacts({ exitCode, durationMs, command, logFile }: StepResult): Markup {
  return html`<dl>
    <dt>Exit code</dt>
    <dd>${exitCode ?? 'none'}</dd>
    <dt>Took</dt>
    <dd>${durationWords(durationMs)}</dd>
    <dt>Command</dt>
    <dd><code>${command ?? 'not known'}</code></dd>
    <dt>Log</dt>
    <dd><code>${logFile ?? 'none'}</code></dd>
  </dl>`;
}

function left(record: RunRecord): Markup {
  const findings = whatIsLeft(record);
  const kept = keptOnPurpose(record);
  return html`<section>
    <h2>What is left</h2>
    <p>${leftWords(record, findings.length)}</p>
    ${findings.map(leftCard)}
    ${
      kept.length === 0
        ? null
        : html`<h3 class="group">Left alone on purpose</h3>
            <ul>
              ${kept.map(({ name, explanation }) => html`<li><strong>${name}.</strong> ${explanation}</li>`)}
            </ul>`
    }
  </section>`;
}

function leftCard(finding: Finding): Markup {
  const why = whyItMatters(finding);
  const tone: Tone = finding.state === 'installed' ? 'bad' : 'attention';
  return html`<article class="${tone}">
    <h3>${finding.name} <span class="label">${stateWords[finding.state]}</span></h3>
    <ul>
      ${why.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </article>`;
}

function protection(record: RunRecord): Markup {
  const known = record.protection;
  if (known === null) {
    return html`<section>
      <h2>Protection</h2>
      <p>It was not looked at in this run.</p>
    </section>`;
  }
  const { words, tone } = protectionWords[known.verdict];
  const gap = gapWords(record);
  return html`<section>
    <h2>Protection</h2>
    <article class="${tone}">
      <h3>
        ${words}${known.products.length === 0 ? null : html` <span class="label">${known.products.join(', ')}</span>`}
      </h3>
      <ul>
        ${known.reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </article>
    ${known.disagreements.map(disagreementCard)} ${sourceTable(known)} ${restoredList(record)}
    ${gap === null ? null : html`<p>${gap}</p>`}
  </section>`;
}

function disagreementCard(sentence: string): Markup {
  return html`<article class="attention">
    <h3>Sources disagree</h3>
    <p>${sentence}</p>
  </article>`;
}

function sourceTable({ sources }: Protection): Markup | null {
  if (sources.length === 0) return null;
  const rows = sources.map(
    ({ source, answer, detail }) =>
      html`<tr>
        <th scope="row">${source}</th>
        <td class="${answerWords[answer].tone}">${answerWords[answer].words}</td>
        <td>${detail}</td>
      </tr>`,
  );
  return html`<h3 class="group">What each source says</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Answer</th>
          <th scope="col">In its words</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function restoredList({ restored }: RunRecord): Markup | null {
  if (restored.length === 0) return null;
  return html`<h3 class="group">Done to bring Microsoft Defender back</h3>
    <ul>
      ${restored.map(({ title, done, message }) => html`<li>${title}: ${done ? 'done' : message}</li>`)}
    </ul>`;
}

function goodToKnow(record: RunRecord): Markup | null {
  const hazards = record.plan.hazards.filter((hazard) => !isInTheWay(record, hazard));
  if (hazards.length === 0) return null;
  return html`<section>
    <h2>What was pointed out before</h2>
    ${hazards.map(hazardCard)}
  </section>`;
}

function notKnown({ notKnown: gaps }: RunRecord): Markup {
  const list =
    gaps.length === 0
      ? html`<p>Everything could be read.</p>`
      : html`<p>
            About these the report can say nothing, neither that something is there nor that it is
            gone.
          </p>
          <ul>
            ${gaps.map((gap) => html`<li>${gapSentence(gap)}</li>`)}
          </ul>`;
  return html`<section>
    <h2>What could not be read</h2>
    ${list}
  </section>`;
}

function evidence(record: RunRecord): Markup {
  return html`<section class="evidence">
    <h2>Evidence</h2>
    ${evidenceTable('Found before', record.findingsBefore)}
    ${evidenceTable('Found after', record.findingsAfter)}
    <p class="quiet">
      Run ${record.runId} · Cutover ${record.cutoverVersion} · machine ${record.machineId}
    </p>
  </section>`;
}

function evidenceTable(title: string, findings: readonly Finding[]): Markup {
  const rows = findings.flatMap(({ name, evidence: signs }) =>
    signs.map(
      (sign, index) =>
        html`<tr>
          <th scope="row">${index === 0 ? name : ''}</th>
          <td>${sign.says}</td>
          <td><code>${sign.ref}</code></td>
        </tr>`,
    ),
  );
  if (rows.length === 0)
    return html`<h3 class="group">${title}</h3>
      <p>Nothing.</p>`;
  return html`<h3 class="group">${title}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col">Sign</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
