/** Joins a program and its arguments by the rules Windows programs split them with (CommandLineToArgvW). */
export function windowsCommandLine(program: string, args: readonly string[]): string {
  return [program, ...args].map(quote).join(' ');
}

function quote(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
