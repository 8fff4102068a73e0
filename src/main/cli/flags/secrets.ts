import { readFile } from 'node:fs/promises';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { secretRefs, type SecretRef } from '../../../shared/domain/action.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { HeldSecrets } from '../../session/held-secrets.ts';
import { got, not, type Got } from '../results/command-end.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface SecretOptions {
  readonly passwordStdin?: boolean;
  readonly passwordFile?: readonly string[];
  readonly passwordEnv?: readonly string[];
}

/**
 * Reads the passwords that the flags name, and takes those in variables out of the environment. Nothing is asked here. To be called
 * before anything else, so that no variable is there longer than it has to.
 */
export async function readSecrets(
  options: SecretOptions,
  terminal: Terminal,
): Promise<Got<HeldSecrets>> {
  const secrets = new HeldSecrets();
  // Also those that are not needed, because something else is wrong.
  const problems = (options.passwordEnv ?? []).map((source) => addFromVariable(secrets, source));
  const missing = problems.find((problem) => problem !== null);
  if (missing !== undefined) return missing;
  if (options.passwordStdin) {
    const [password] = linesOf(await terminal.readAll());
    if (password === undefined)
      return not('passwordMissing', message('terminal.end.noPasswordOnInput'));
    secrets.set(null, password);
  }
  for (const source of options.passwordFile ?? []) {
    const problem = await addFromFile(secrets, source);
    if (problem !== null) return problem;
  }
  return got(secrets);
}

/** `name=where`: for which product the passwords there are; without a name for any. */
function partsOf(source: string): { readonly named: SecretRef | null; readonly where: string } {
  const named = secretRefs.find((ref) => source.startsWith(`${ref}=`)) ?? null;
  return { named, where: named === null ? source : source.slice(named.length + 1) };
}

function addFromVariable(secrets: HeldSecrets, source: string) {
  const { named, where: variable } = partsOf(source);
  const passwords = linesOf(process.env[variable] ?? '');
  delete process.env[variable];
  if (passwords.length === 0)
    return not('passwordMissing', message('terminal.end.passwordVariableMissing', { variable }));
  if (passwords.length > mostPasswords)
    return not(
      'badArguments',
      message('terminal.end.passwordVariableLong', { variable, most: String(mostPasswords) }),
    );
  secrets.set(named, ...passwords);
  return null;
}

async function addFromFile(secrets: HeldSecrets, source: string) {
  const { named, where: path } = partsOf(source);
  try {
    const passwords = linesOf(decode(await readFile(path)));
    if (passwords.length === 0)
      return not('passwordMissing', message('terminal.end.passwordFileEmpty', { path }));
    if (passwords.length > mostPasswords)
      return not(
        'badArguments',
        message('terminal.end.passwordFileLong', { path, most: String(mostPasswords) }),
      );
    secrets.set(named, ...passwords);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return not('unreadableInput', message('terminal.end.passwordFileUnreadable', { path, code }));
  }
}

/** Notepad and PowerShell save UTF-16 with a byte order mark; everything else is taken as UTF-8. */
function decode(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.subarray(2).toString('utf16le')
    : bytes.toString('utf8');
}

/** Some products never lock themselves, so that a list of guesses would be one. */
const mostPasswords = 10;

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.filter((line) => line !== '');
}

/** Asks a person for each password that a step may need and that was not given. False when they broke off. */
export async function askForSecrets(
  plan: Plan,
  secrets: HeldSecrets,
  terminal: Terminal,
  { t }: Translator,
): Promise<boolean> {
  for (const ref of neededSecrets(plan)) {
    if (secrets.all(ref).length > 0) continue;
    const answer = await terminal.askSecret(
      `${t('terminal.ask.password', { name: t(`password.${ref}`) })} `,
    );
    if (answer === null) return false;
    if (answer !== '') secrets.set(ref, answer);
  }
  return true;
}

function neededSecrets(plan: Plan): ReadonlySet<SecretRef> {
  const properties = plan.steps.flatMap(({ action }) =>
    action.kind === 'uninstallMsi' ? action.secretProperties : [],
  );
  return new Set(properties.map((property) => property.secret));
}
