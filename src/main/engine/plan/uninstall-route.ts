import { parseCommandLine } from '../../../shared/windows/command-line.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Program } from '../../../shared/domain/inventory/programs.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { RemovalAction } from '../../../shared/domain/action.ts';
import { findProductCode } from '../../../shared/windows/product-code.ts';
import { productById } from '../../catalog/products/products.ts';
import type { UninstallMethod } from '../../catalog/products/product-row.ts';
import { codeOfProgram, makerOf, proveProductCode, type ProofBase } from '../detect/prove.ts';
import { isConfirmed } from '../../catalog/row.ts';
import { vendorNames } from '../../catalog/vendor-names.ts';
import { lostPackages } from './hazard-package.ts';
import { whyNotToRun } from './uninstall-string.ts';

/** How a finding is removed, or why there is no way that may be taken. */
export type Route =
  | { readonly ok: true; readonly action: RemovalAction; readonly timeLimitMs: number }
  | {
      readonly ok: false;
      readonly reason: 'notProven' | 'notRead' | 'noSafeWay';
      readonly explanation: Message;
    };

const minute = 60_000;
const timeLimits = { uninstallMsi: 30 * minute, runUninstaller: 15 * minute } as const;
const defaultLogin = 'KLAdmin';
/** Only what a source confirms may have signed what runs. */
const signers = vendorNames.filter(isConfirmed).map(({ match }) => match);

/**
 * Chooses the action for a finding: Windows Installer when it knows the product, else the vendor's uninstaller
 * if its command passes every check. No command of the registry is taken over as it stands.
 */
export function uninstallRoute(finding: Finding, base: ProofBase, choice: Choice): Route {
  const method = productById(finding.productId).uninstall;
  const code = finding.parts.productCodes.find((each) => proveProductCode(each, base).proven);
  if (code !== undefined) return route(uninstallMsi(code, { base, method, choice }));
  let refusal: Message | null = null;
  for (const program of programsOf(finding, base)) {
    const found = programRoute(program, { finding, base, method, choice });
    if ('kind' in found) return route(found);
    refusal ??= found;
  }
  return refused(finding, base, refusal);
}

function route(action: RemovalAction): Route {
  return { ok: true, action, timeLimitMs: timeLimits[action.kind] };
}

interface Context {
  readonly finding: Finding;
  readonly base: ProofBase;
  readonly method: UninstallMethod;
  readonly choice: Choice;
}

/** The first command that may be run; else what speaks against the last one. */
function programRoute(program: Program, context: Context): RemovalAction | Message {
  const { method } = context;
  let refusal = message(program.noRemove === true ? 'uninstaller.notOffered' : 'uninstaller.none');
  const quiet = method.silentSwitch === null ? [] : [method.silentSwitch];
  for (const { text, extra } of [
    { text: program.quietUninstallString, extra: [] },
    { text: program.uninstallString, extra: quiet },
  ]) {
    if (text === null || text.trim() === '') continue;
    const found = commandRoute(text, extra, program, context);
    if ('kind' in found) return found;
    refusal = found;
  }
  return refusal;
}

function commandRoute(
  text: string,
  extra: readonly string[],
  program: Program,
  context: Context,
): RemovalAction | Message {
  const parsed = parseCommandLine(text);
  if (!parsed.ok) return message('uninstaller.unreadable', { problem: parsed.problem });
  if (isWindowsInstaller(parsed.program)) return installerRoute(text, program, context);
  const { finding, base } = context;
  const problem = whyNotToRun({ text, parsed, program, finding, base });
  if (problem !== null) return problem;
  const missing = extra.filter((each) => !parsed.args.some((arg) => sameText(arg, each)));
  return {
    kind: 'runUninstaller',
    program: parsed.program,
    args: [...parsed.args, ...missing],
    workingFolder: parsed.program.slice(0, parsed.program.lastIndexOf('\\')),
    maker: makerOf(parsed.program, base),
  };
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Only by its bare name or from the system folder: a program called msiexec elsewhere is another one. */
function isWindowsInstaller(program: string): boolean {
  return /^(?:(?:[a-z]:\\windows|%systemroot%|%windir%)\\(?:system32|syswow64)\\)?msiexec(?:\.exe)?$/i.test(
    program,
  );
}

/** Of a command for Windows Installer only the product code is used, and only when it is the product's own. */
function installerRoute(
  text: string,
  program: Program,
  { finding, base, method, choice }: Context,
): RemovalAction | Message {
  const code = findProductCode(text);
  if (code === null) return message('uninstaller.noCode');
  if (code !== codeOfProgram(program) && !finding.parts.productCodes.includes(code)) {
    return message('uninstaller.otherCode');
  }
  const proof = proveProductCode(code, base);
  return proof.proven ? uninstallMsi(code, { base, method, choice }) : proof.reason;
}

function uninstallMsi(
  productCode: string,
  { base, method, choice }: Omit<Context, 'finding'>,
): RemovalAction {
  const { packages = [] } = choice;
  const isLost = packages.length > 0 && lostPackages(base.inventory).has(productCode);
  const login =
    method.loginProperty === null ? {} : { [method.loginProperty]: choice.login ?? defaultLogin };
  return {
    kind: 'uninstallMsi',
    productCode,
    properties: { REBOOT: 'ReallySuppress', ...login },
    secretProperties: method.secretProperties,
    ...(isLost ? { handedIn: { files: packages, signers } } : {}),
  };
}

function programsOf(finding: Finding, base: ProofBase): Program[] {
  const keys = new Set(finding.parts.programs);
  return base.inventory.programs.items
    .filter((program) => keys.has(program.key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A refused command would also run from the Windows settings, so nobody is sent there. */
function refused(finding: Finding, base: ProofBase, refusal: Message | null): Route {
  if (refusal !== null) return noWay(message('kept.refused', { why: refusal }));
  const [code] = finding.parts.productCodes;
  if (code === undefined) return notFound(base.inventory);
  return noWay(message('kept.byHand', { why: proveProductCode(code, base).reason }));
}

/** Not found is one thing, and not looked for another. */
function notFound(inventory: Inventory): Route {
  const unread = (['programs', 'installerProducts'] as const)
    .filter((name) => inventory[name].state === 'unreadable')
    .map((name) => message(`section.${name}`));
  if (unread.length === 0) return noWay(message('kept.noUninstaller'));
  const explanation = message('kept.uninstallerNotRead', { sections: unread });
  return { ok: false, reason: 'notRead', explanation };
}

function noWay(explanation: Message): Route {
  return { ok: false, reason: 'noSafeWay', explanation };
}
