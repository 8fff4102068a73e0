/** What is given with a flag. Found before the arguments are parsed, because what is wrong with them is said in this language too. */
export function valueOf(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  return argv[at] === flag ? argv[at + 1] : argv[at]?.slice(flag.length + 1);
}
