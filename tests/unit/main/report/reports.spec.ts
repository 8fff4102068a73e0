import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRecordSchema } from '../../../../src/shared/domain/run/record.ts';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { escapeHtml, html } from '../../../../src/main/report/html/html.ts';
import { htmlReport } from '../../../../src/main/report/html/html-report.ts';
import { jsonReport } from '../../../../src/main/report/json-report.ts';
import { textReport } from '../../../../src/main/report/text-report.ts';
import { runOutcomes } from '../../../../src/shared/domain/run/run-outcomes.ts';
import {
  findingOf,
  hazardOf,
  planOf,
  protectionOf,
  recordOf,
  stepOf,
  stepResultOf,
  aboutOf,
  reactivationOf,
} from '../../../support/run-samples.ts';

/** A record in which every text that could come from a machine is the given one. */
function recordFullOf(text: string) {
  const finding = findingOf({
    name: text,
    version: text,
    evidence: [{ kind: 'folder', ref: text, says: quoted(text), strength: 'proof' }],
  });
  const reactivation = reactivationOf({ kind: 'startService', name: text });
  const hazard = hazardOf({ evidence: [text] });
  const kept = {
    findingId: 'x',
    name: text,
    reason: 'notChosen',
    explanation: quoted(text),
  } as const;
  const gap = {
    subject: text,
    reason: 'failed',
    detail: quoted(text),
    needsAdministrator: true,
  } as const;
  return recordOf({
    practice: true,
    computerName: text,
    summary: [quoted(text)],
    machineId: text,
    findingsBefore: [finding],
    findingsAfter: [{ ...finding, state: 'leftover' }],
    plan: planOf({
      steps: [stepOf({ about: aboutOf({ name: text }) }), reactivation.step],
      hazards: [hazard],
      kept: [kept],
    }),
    steps: [
      stepResultOf({ message: [quoted(text)], command: text, logFile: text }),
      { ...reactivation.result, outcome: 'failed', message: [quoted(text)] },
    ],
    protection: protectionOf({
      products: [text],
      reasons: [quoted(text)],
      sources: [{ source: 'services', answer: 'protects', detail: [quoted(text)] }],
      disagreements: [quoted(text)],
    }),
    notKnown: [{ section: 'services', gap }],
    machineSummary: {
      hardware: { state: 'read', facts: { manufacturer: text, model: text, virtual: true } },
      system: {
        state: 'read',
        facts: { name: text, release: text, architecture: text, memoryBytes: 8e9 },
      },
      volumes: { state: 'read', facts: [{ mount: text, sizeBytes: 1e11, freeBytes: 5e9 }] },
      battery: { state: 'unreadable', reason: quoted(text) },
    },
  });
}

const tagsOf = (page: string) => (page.match(/<[^>]*>/g) ?? []).toSorted();

describe('the page', () => {
  it('has the same tags whatever a machine calls its things', () => {
    const harmless = tagsOf(htmlReport(recordFullOf('x')));
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '</title></style><b>',
        '&lt;b&gt;',
        '<!--',
      ),
    );
    // A backquote means a command in our own sentences; it may add a tag, never text of its own.
    const withoutMarks = nasty.map((text) => text.replaceAll('`', ''));
    fc.assert(
      fc.property(withoutMarks, (text) => {
        expect(tagsOf(htmlReport(recordFullOf(text)))).toEqual(harmless);
      }),
      { numRuns: 60 },
    );
  });

  it('escapes every text so that it can be read back', () => {
    const decoded: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u.test(text));
        const escaped = escapeHtml(text);
        const back = escaped.replaceAll(/&([^;]+);/g, (_all, name: string) => decoded[name] ?? '?');
        expect([/[<>"']/.test(escaped), back]).toEqual([false, text]);
      }),
    );
  });

  it('puts markup into markup, and text only as text', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p>${inner}${[inner]}${null}${7}</p>`.text).toBe(
      '<p><b>&lt;i&gt;</b><b>&lt;i&gt;</b>7</p>',
    );
  });

  it('shows hidden characters that would turn a name around', () => {
    expect(escapeHtml('exe.\u202Egpj\u0007')).toBe('exe.\uFFFDgpj\uFFFD');
  });

  it('loads nothing and runs nothing', () => {
    const page = htmlReport(recordOf());
    const risky = /<script|<img|<link|<iframe|src=|href=|url\(|@import/i;
    expect([risky.test(page), page.includes("default-src 'none'")]).toEqual([false, true]);
  });

  it.each([true, false])('is marked when it is about practice (%s)', (practice) => {
    const page = htmlReport(recordOf({ practice }));
    const text = textReport(recordOf({ practice }));
    expect([page.includes('class="practice"'), text.startsWith('Practice: ')]).toEqual([
      practice,
      practice,
    ]);
  });
});

describe('a report', () => {
  it.each([...runOutcomes, null])('has words for every outcome (%s)', (outcome) => {
    const record = recordOf({ outcome });
    const text = textReport(record);
    const [headline = ''] = text.split('\n');
    expect([
      headline.length > 10,
      htmlReport(record).includes(headline),
      text.includes('What to do next\n---------------\n1. '),
    ]).toEqual([true, true, true]);
  });

  it('says of each step how it ended, with its code, its duration and its log', () => {
    const step = stepResultOf({
      exitCode: 1603,
      outcome: 'failed',
      durationMs: 125_400,
      logFile: 'C:\\a.log',
    });
    const record = recordOf({ steps: [step], outcome: 'uninstallerFailed' });
    const page = htmlReport(record).replaceAll(/\s+/g, ' ');
    expect([
      textReport(record).includes('Exit code: 1603, Took: 2 min 5 s'),
      /<dd>1603<\/dd>/.test(page),
      page.includes('2 min 5 s'),
      page.includes('C:\\a.log'),
    ]).toEqual([true, true, true, true]);
  });

  it('tells what was not known instead of being silent about it', () => {
    const gap = {
      subject: 'SCM',
      reason: 'accessDenied',
      detail: quoted(''),
      needsAdministrator: true,
    } as const;
    const text = textReport(recordOf({ notKnown: [{ section: 'services', gap }] }));
    expect(text).toContain(
      'Services and drivers: SCM – access was denied. Administrator rights would help.',
    );
  });

  it('names what is left and whether it matters, and what was left on purpose', () => {
    const sign = {
      kind: 'certificate',
      ref: 'AA',
      says: quoted('A root.'),
      strength: 'proof',
    } as const;
    const record = recordOf({
      outcome: 'remnantsLeft',
      findingsAfter: [
        findingOf({ id: 'a', name: 'Root certificate', state: 'leftover', evidence: [sign] }),
        findingOf({ id: 'b', productId: 'kaspersky-vpn', name: 'Kaspersky VPN' }),
      ],
      plan: planOf({
        kept: [
          {
            findingId: 'b',
            name: 'Kaspersky VPN',
            reason: 'notChosen',
            explanation: message('kept.notChosen'),
          },
        ],
      }),
    });
    const text = textReport(record);
    expect(text.slice(text.indexOf('What is left'), text.indexOf('Protection\n'))).toBe(
      [
        'What is left',
        '------------',
        'Cutover found these after the run:',
        '- Root certificate: Traces',
        '  A root certificate. Remove it: whoever has its key could pretend to be any web site. Press the Windows key, type certmgr.msc, and open “Trusted Root Certification Authorities”, “Certificates”; delete the one of Kaspersky.',
        'Left alone on purpose:',
        '- Kaspersky VPN: You did not choose it, so it stays.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('shows sources and disagreements, short in text and as a table in HTML', () => {
    const record = recordOf({
      protection: protectionOf({ disagreements: [quoted('Two sources disagree about “X”.')] }),
      plan: planOf({ steps: [stepOf(), reactivationOf().step] }),
      steps: [stepResultOf(), reactivationOf().result],
    });
    const text = textReport(record);
    const page = htmlReport(record);
    const inText = [
      'Sources disagree: Two sources',
      'Windows Security: Protects',
      'Start Microsoft Defender (WinDefend): done',
    ];
    const inPage = [
      '<th scope="row">Windows Security</th>',
      'It was not read.',
      'Sources disagree',
    ];
    expect([
      inText.filter((part) => !text.includes(part)),
      inPage.filter((part) => !page.includes(part)),
    ]).toEqual([[], []]);
  });

  it.each([
    [{ to: null, seconds: null }, 'nothing has been known to since'],
    [{ to: '2026-11-23T17:15:00.000Z', seconds: 0 }, 'There was no gap'],
    [{ to: '2026-11-23T17:16:05.000Z', seconds: 65 }, 'at most 1 min 5 sec passed'],
  ])('tells how long nothing was known to protect (%j)', (gap, words) => {
    const protectionGap = { from: '2026-11-23T17:15:00.000Z', ...gap };
    const record = recordOf({ protectionGap });
    expect([textReport(record).includes(words), htmlReport(record).includes(words)]).toEqual([
      true,
      true,
    ]);
  });

  it('tells what kind of computer it was, and what about it could not be read', () => {
    const record = recordOf({
      machineSummary: {
        hardware: {
          state: 'read',
          facts: { manufacturer: 'Contoso', model: 'Tower 3', virtual: false },
        },
        system: {
          state: 'read',
          facts: {
            name: 'Windows 11 Pro',
            release: '10.0.26100',
            architecture: 'x64',
            memoryBytes: 8 * 2 ** 30,
          },
        },
        volumes: {
          state: 'read',
          facts: [{ mount: 'C:', sizeBytes: 476 * 2 ** 30, freeBytes: 212 * 2 ** 30 }],
        },
        battery: { state: 'unreadable', reason: message('machineFacts.notTold') },
      },
    });
    const rows = [
      ['Model', 'Contoso Tower 3'],
      ['System', 'Windows 11 Pro, 10.0.26100, x64, 8 GB of memory'],
      ['Disk', 'C: 212 GB of 476 GB free'],
      ['Battery', 'Could not be read: Windows did not tell.'],
    ];
    const text = textReport(record);
    const page = htmlReport(record).replaceAll(/>\s+</g, '><');
    expect([
      rows.filter(([label, words]) => !text.includes(`- ${label}: ${words}\n`)),
      rows.filter(([label, words]) => !page.includes(`<dt>${label}</dt><dd>${words}</dd>`)),
      textReport(recordOf({})).includes('The computer'),
    ]).toEqual([[], [], false]);
  });

  it('in plain text holds nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const report = textReport(recordFullOf(`\u001B[2J${text}\r\n`));
        expect(/[\p{Cc}\u202E]/u.test(report.replaceAll('\n', ''))).toBe(false);
      }),
    );
  });

  it('as JSON is the record itself', () => {
    const record = recordFullOf('ü"\\\u0000');
    expect(runRecordSchema.parse(JSON.parse(jsonReport(record)))).toEqual(record);
  });
});
