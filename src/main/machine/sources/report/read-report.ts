import { decodeText } from '../../formats/text/decode-text.ts';
import { assetReport, assetXml } from './asset-agents.ts';
import { autorunsReport } from './autoruns.ts';
import { frstReport } from './frst.ts';
import type { MachineReport } from './machine-report.ts';
import { osqueryReports } from './osquery.ts';

/**
 * What the report of another program tells: of one machine, or of several where its log holds several.
 *
 * @returns null for a file of none of these programs.
 */
export function reportsIn(bytes: Buffer): readonly MachineReport[] | null {
  const text = decodeText(bytes).replace(/^[\uFEFF\s]+/, '');
  const report = text.startsWith('<')
    ? assetReport(assetXml(text))
    : (frstReport(text) ?? autorunsReport(text));
  if (report !== null) return [report];
  const document = documentIn(text);
  const asset = assetReport(document);
  return asset === null ? osqueryReports(document) : [asset];
}

/** A document, or lines of them as a daemon logs them, of which the last may be cut off; null for anything else. */
function documentIn(text: string): unknown {
  return /^[{[]/.test(text)
    ? (parsed(text) ?? text.split('\n').flatMap((line) => parsed(line) ?? []))
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
