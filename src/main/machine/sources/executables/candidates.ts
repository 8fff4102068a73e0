/**
 * What Windows loads code from goes by these names: programs, libraries, drivers, controls, screen savers, firmware, and the
 * modules of Kaspersky's own products (`.ppl`, `.kdl`), of Python and of Node. Everything else is left unopened; what was
 * given another name is not found.
 */
const extensions = 'exe com scr dll sys drv ocx cpl ax acm tsp efi ppl kdl pyd node'.split(' ');
const pattern = new RegExp(`\\.(?:${extensions.join('|')})$`, 'i');

/** Where Windows puts its memory, always in use: they are no drivers. */
const memoryFiles = /^(?:pagefile|hiberfil|swapfile)\.sys$/i;

/** Whether a file of this name may be a program. */
export function isCandidate(name: string): boolean {
  return pattern.test(name) && !memoryFiles.test(name);
}
