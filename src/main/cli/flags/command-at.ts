/** Where among arguments the command stands, the first word; a language can stand before it. Negative where there is none. */
export function commandAt(argv: readonly string[]): number {
  return argv.findIndex((arg, index) => !arg.startsWith('-') && argv[index - 1] !== '--language');
}
