import type { Translator } from '../../../shared/words/translator.ts';
import { thisPlatform } from '../../machine/open-machine.ts';
import { cutoverVersion } from '../../session/cutover-version.ts';
import { answered, type CommandEnd } from '../results/command-end.ts';
import { writtenFormats } from '../results/published-schemas.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `cutover version`: which program this is, what it runs on, and the formats it writes. */
export async function versionCommand(
  _options: object,
  terminal: Terminal,
  _words: Translator,
): Promise<CommandEnd> {
  const platform = `${thisPlatform} ${process.arch}`;
  const node = process.versions.node;
  const formats = writtenFormats();
  terminal.out([`cutover ${cutoverVersion}`, platform, `Node ${node}`, ...formats].join('\n'));
  return await Promise.resolve(
    answered({
      msg: `cutover ${cutoverVersion}`,
      version: cutoverVersion,
      platform,
      node,
      formats,
    }),
  );
}
