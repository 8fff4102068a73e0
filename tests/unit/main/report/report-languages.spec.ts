import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOutcomes } from '../../../../src/shared/domain/run/run-outcomes.ts';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { htmlReport } from '../../../../src/main/report/html/html-report.ts';
import {
  closestLanguage,
  languages,
  pseudoLanguage,
} from '../../../../src/shared/domain/languages.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import {
  aboutOf,
  findingOf,
  hazardOf,
  planOf,
  protectionOf,
  recordOf,
  reactivationOf,
  stepOf,
  stepResultOf,
} from '../../../support/run-samples.ts';

const sign = {
  kind: 'service',
  ref: 'AVP',
  says: message('evidence.service.other', { name: 'AVP', state: 'running' }),
  strength: 'proof',
} as const;
const notThere = { state: 'unreadable', reason: quoted('Nobody asked.') } as const;

/** A record that makes every part of the report appear. */
const full = recordOf({
  outcome: 'stopped',
  practice: true,
  starts: 3,
  findingsBefore: [findingOf({ evidence: [sign, { ...sign, ref: 'klif' }] })],
  findingsAfter: [findingOf({ state: 'leftover', evidence: [sign] })],
  plan: planOf({
    steps: [stepOf(), reactivationOf().step],
    hazards: [
      hazardOf({ id: 'disk-encryption' }),
      hazardOf({ id: 'backup-archives', severity: 'info' }),
    ],
    kept: [
      {
        findingId: 'vpn',
        name: 'Kaspersky VPN',
        reason: 'notChosen',
        explanation: message('kept.notChosen'),
      },
    ],
  }),
  steps: [
    stepResultOf({
      outcome: 'failed',
      exitCode: 1603,
      message: [quoted('A fatal error.')],
      durationMs: 65_000,
    }),
    reactivationOf().result,
  ],
  protection: protectionOf({ disagreements: [quoted('Two sources disagree.')] }),
  protectionGap: {
    from: '2026-11-23T17:15:00.000Z',
    to: '2026-11-23T17:16:05.000Z',
    seconds: 65,
  },
  notKnown: [
    {
      section: 'services',
      gap: { subject: 'SCM', reason: 'accessDenied', detail: quoted(''), needsAdministrator: true },
    },
  ],
  technician: { ticket: 'T-17', technician: 'Jo', customer: 'Ann' },
  machineSummary: {
    hardware: { state: 'read', facts: { manufacturer: 'Acme', model: 'X1', virtual: true } },
    system: {
      state: 'read',
      facts: {
        name: 'Windows 11 Pro',
        release: '10.0.26100',
        architecture: 'x64',
        memoryBytes: 8.5 * 2 ** 30,
      },
    },
    volumes: notThere,
    battery: { state: 'read', facts: null },
  },
});

const headingsOf = (page: string) =>
  [...page.matchAll(/<(h[1-3]|th scope="col"|dt|strong)[^>]*>([^<]*)</g)].map(([, , words = '']) =>
    words.trim().replaceAll(/\s+/g, ' '),
  );

/** What a reader is told in the language of the page: all text but code. */
function ownText(page: string): string {
  return page
    .replaceAll(/<style>[^]*?<\/style>/g, '')
    .replaceAll(/<code>[^]*?<\/code>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const others = languages.filter((language) => language !== 'en');

const every = [...languages, pseudoLanguage] as const;
const words = new Map(
  await Promise.all(every.map(async (each) => [each, await loadTranslator(each)] as const)),
);

/** The report in the language of ours that is closest to a tag. */
function reportIn(tag: string, record = full): string {
  return htmlReport(record, words.get(closestLanguage(tag)));
}

describe('a report in the language of the window', () => {
  it.each(languages)('says which it is (%s)', (language) => {
    expect(reportIn(language)).toContain(`<html lang="${language}">`);
  });

  it.each(others)('shares no longer word with the English one (%s)', (language) => {
    const english = new Set(headingsOf(reportIn('en')));
    const kept = ['Kaspersky', 'Kaspersky VPN.'];
    // Words that are the same in both languages are short, or names.
    const same = headingsOf(reportIn(language)).filter(
      (heading) => heading.length > 8 && english.has(heading) && !kept.includes(heading),
    );
    expect(same.filter((heading) => heading !== 'Protection')).toEqual([]);
  });

  it('leaves in the pseudo language no word of ours unaccented', () => {
    // Names of the record, and what stands between two messages.
    const names =
      /Kaspersky VPN|Kaspersky|MARTA-LAPTOP|Microsoft Defender|21\.19\.7\.527|1603|T-17|SCM|A fatal error\.|Windows Security says it is on\.|Two sources disagree\.|Microsoft Defender is on\.|It was not read\.|Stop it again\.|Removed: |protects this computer\.|Jo|Ann|AVP|Acme|X1|Windows 11 Pro|10\.0\.26100|x64|8\.5 GB|20261123-171500-k3f9|practice-home|0\.1\.0|November|UTC|2026|Nobody asked\.|1 min 5 sec/g;
    const text = ownText(reportIn(pseudoLanguage)).replaceAll(/\[[^\]]*\]/g, ' ');
    expect(text.replaceAll(names, ' ').match(/[A-Za-z]{3,}/g)).toEqual(null);
  });

  it.each(languages)('has no part that is in another language (%s)', (language) => {
    expect(reportIn(language).match(/lang="[^"]*"/g)).toEqual([`lang="${language}"`]);
  });

  it.each(languages)('tells the evidence and why something stays in it (%s)', async (language) => {
    const { render } = await loadTranslator(language);
    const page = reportIn(language);
    const said = [sign.says, message('kept.notChosen')].map(render);
    expect(said.filter((sentence) => !page.includes(sentence))).toEqual([]);
  });

  it.each([
    ['en', 'November 23, 2026', '17:15 – 17:19 UTC', '1 min 5 sec'],
    ['de', '23. November 2026', '17:15–17:19 Uhr UTC', '1 Min. 5 Sek.'],
    ['ru', '23 ноября 2026', '17:15–17:19 UTC', '1 мин 5 с'],
    ['fr', '23 novembre 2026', 'UTC', '1 min 5 s'],
  ])('writes dates and durations as the language does (%s)', (language, ...parts) => {
    const text = ownText(reportIn(language));
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('takes the closest language to that of the system, English for others', () => {
    const langOf = (tag: string) => /<html lang="([^"]*)"/.exec(reportIn(tag))?.[1];
    expect(['de-AT', 'pt-PT', 'ja', '"><b>'].map(langOf)).toEqual(['de', 'pt-BR', 'en', 'en']);
  });

  it.each(languages)('has one first heading and no empty header of a table (%s)', (language) => {
    for (const outcome of [...runOutcomes, null]) {
      const page = reportIn(language, { ...full, outcome });
      const empty = /<th[^>]*>\s*<\/th>|<h\d[^>]*>\s*<\/h\d>|<dt>\s*<\/dt>/.exec(page);
      expect([page.split('<h1>').length - 1, empty]).toEqual([1, null]);
    }
  });

  it.each(others)('has the same tags whatever a machine calls its things (%s)', (language) => {
    const tagsOf = (text: string) => {
      const named = recordOf({
        ...full,
        computerName: text,
        plan: planOf({ steps: [stepOf({ about: aboutOf({ name: text }) })] }),
        steps: [stepResultOf({ message: [quoted(text)], command: text, logFile: text })],
        protection: protectionOf({
          products: [text],
          reasons: [quoted(text)],
          disagreements: [quoted(text)],
        }),
        findingsBefore: [
          findingOf({ name: text, version: text, evidence: [{ ...sign, says: quoted(text) }] }),
        ],
      });
      return reportIn(language, named).match(/<[^>]*>/g);
    };
    const harmless = tagsOf('x');
    const text = fc.oneof(fc.string(), fc.constant('"><script>alert(1)</script>'));
    fc.assert(
      fc.property(text, (nasty) => {
        expect(tagsOf(nasty.replaceAll('`', ''))).toEqual(harmless);
      }),
      { numRuns: 15 },
    );
  });
});
