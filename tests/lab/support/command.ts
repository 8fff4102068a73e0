import { execa } from 'execa';

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a Linux program to its end and returns what it printed; throws with the program's words if it fails. */
export async function command(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { stdout, stderr, failed, exitCode } = await execa(program, args, {
    ...options,
    maxBuffer: 64 << 20,
    reject: false,
  });
  if (failed)
    throw new Error(
      `${program} ended with ${exitCode ?? 'a signal'}: ${lastWords(stderr) || lastWords(stdout)}`,
    );
  return stdout;
}

/** Whether the program ends with 0; for questions, not for work. */
export async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  const { failed } = await execa(program, args, { reject: false });
  return !failed;
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-2).join(' | ');
}
