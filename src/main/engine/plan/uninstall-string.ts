import type { Finding } from '../../../shared/domain/finding.ts';
import type { Program } from '../../../shared/domain/inventory/programs.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { isPlainPath } from '../../../shared/windows/plain-path.ts';
import { rowByFolder } from '../detect/vendor/matchers.ts';
import { proveFile, proveRunnable, type ProofBase } from '../detect/prove.ts';
import { isInProtectedVendorFolder, productFolderOf } from '../detect/vendor/vendor-place.ts';

/** A command of the registry with everything that is needed to judge it. */
export interface UninstallCommand {
  readonly text: string;
  readonly parsed: { readonly program: string; readonly args: readonly string[] };
  readonly program: Program;
  readonly finding: Pick<Finding, 'family'>;
  readonly base: ProofBase;
}

type Check = (command: UninstallCommand) => Message | null;

/**
 * Why an uninstall command must not be run; null when nothing speaks against it. The order goes from what an attacker
 * would write to what is merely unclear.
 */
export function whyNotToRun(command: UninstallCommand): Message | null {
  for (const check of checks) {
    const problem = check(command);
    if (problem !== null) return problem;
  }
  return null;
}

const shells =
  /(?:^|\\)(?:cmd|command|powershell|powershell_ise|pwsh|wscript|cscript|mshta|rundll32|regsvr32|msbuild|installutil|explorer|bash|wsl|schtasks|sc|reg|wmic|forfiles|conhost|control|start)(?:\.exe|\.com)?$/i;

/** Kaspersky signs many programs, and started with rights of an administrator most of them do harm. */
const uninstallers = /\\[^\\]*(?:unins|remov|setup|install)[^\\]*\.exe$/i;

const checks: readonly Check[] = [
  ({ program }) => (program.scope === 'user' ? message('uninstaller.perUser') : null),
  ({ parsed }) => (shells.test(parsed.program) ? message('uninstaller.shell') : null),
  ({ parsed }) => (parsed.program.startsWith('\\') ? message('uninstaller.remote') : null),
  ({ parsed }) => (/^[a-z]:\\/i.test(parsed.program) ? null : message('uninstaller.noPlace')),
  ({ parsed }) => (isPlainPath(parsed.program) ? null : message('uninstaller.disguised')),
  ({ parsed }) => (/\.exe$/i.test(parsed.program) ? null : message('uninstaller.noProgramFile')),
  ({ parsed }) =>
    isInProtectedVendorFolder(parsed.program) ? null : message('uninstaller.outside'),
  liesElsewhere,
  belongsToAnother,
  ({ parsed }) => (uninstallers.test(parsed.program) ? null : message('uninstaller.otherName')),
  provesNothing,
  ({ parsed, base }) =>
    base.files.get(parsed.program)?.exists === false ? message('uninstaller.gone') : null,
  isUnclear,
  hasOddArguments,
  mustNotRun,
];

function liesElsewhere({ parsed, program }: UninstallCommand): Message | null {
  const place = program.installLocation?.trim() ?? '';
  if (place === '') return null;
  const same = productFolderOf(place)?.key === productFolderOf(parsed.program)?.key;
  return same ? null : message('uninstaller.elsewhere');
}

/** The folder of a product that was not meant, for example of the password manager. */
function belongsToAnother({ parsed, finding }: UninstallCommand): Message | null {
  const folder = productFolderOf(parsed.program);
  const owner = folder && rowByFolder(folder.name)?.row;
  return owner && owner.family !== finding.family
    ? message('uninstaller.otherProduct', { name: owner.name })
    : null;
}

function provesNothing({ parsed, program, base }: UninstallCommand): Message | null {
  const proof = proveFile(parsed.program, program.publisher, base);
  if (proof.proven) return null;
  return base.files.ownerOf(parsed.program) === 'foreign'
    ? message('uninstaller.foreign')
    : message('uninstaller.unproven');
}

function mustNotRun({ parsed, program, base }: UninstallCommand): Message | null {
  const proof = proveRunnable(parsed.program, program.publisher, base);
  return proof.proven ? null : proof.reason;
}

/**
 * Without quotation marks a path with blanks can mean several programs. The one that is read out of it is started by
 * its whole path and no other, so a file that is there and signed by Kaspersky settles it.
 */
function isUnclear({ text, parsed, base }: UninstallCommand): Message | null {
  const isQuoted = text.trimStart().startsWith('"');
  if (isQuoted || !parsed.program.includes(' ')) return null;
  const isThere = base.files.get(parsed.program)?.exists === true;
  return isThere && base.files.isSignedByVendor(parsed.program)
    ? null
    : message('uninstaller.unclear');
}

const simpleSwitch = /^(?:\/|--?)[a-z?][\w?-]*(?:[=:]([\w.{}()\\: -]*))?$/i;

function hasOddArguments({ parsed }: UninstallCommand): Message | null {
  const own = productFolderOf(parsed.program)?.key ?? '';
  const odd = parsed.args.find((arg) => !isSimple(arg, own));
  return odd === undefined ? null : message('uninstaller.oddArgument', { argument: odd });
}

/** A value that is a path could send the uninstaller to another folder, so it must stay in the product's own. */
function isSimple(argument: string, ownFolder: string): boolean {
  const found = simpleSwitch.exec(argument);
  if (!found) return false;
  const value = found[1] ?? '';
  if (!/[\\:]/.test(value)) return true;
  return isPlainPath(value.replace(/\\$/, '')) && productFolderOf(value)?.key === ownFolder;
}
