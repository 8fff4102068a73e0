import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Script } from 'node:vm';
import { enterPageWorld } from './page-world.ts';
import { enterPreloadWorld, type PreloadSettings } from './preload-world.ts';
import { makeWireCodec } from './wire-codec.ts';
import { openWorldBridge } from './world-bridge.ts';

/** Source text for both worlds of every document in a window. */
export interface InjectedScripts {
  readonly page: string;
  readonly preload: string;
}

/**
 * Composes what a window injects. Only the top frame gets it: without nodeIntegrationInSubFrames Electron
 * runs no preload in frames either.
 *
 * @throws for a preload that is not CommonJS, which a sandboxed Electron window could not load.
 */
export function injectedScripts(settings: PreloadSettings): InjectedScripts {
  const preload = settings.preload === undefined ? '' : readPreload(settings.preload);
  const options = JSON.stringify(settings);
  const runPreload = `function (require, module, exports, process) {${preload}\n}`;
  const parts = [options, String(makeWireCodec), String(openWorldBridge), runPreload];
  return {
    page: inTopFrame(
      `(${String(enterPageWorld)})(${JSON.stringify(settings.channel)}, ${String(openWorldBridge)})`,
    ),
    preload: inTopFrame(`(${String(enterPreloadWorld)})(${parts.join()})`),
  };
}

function inTopFrame(script: string): string {
  return `if (window === window.top) { ${script}; }`;
}

function readPreload(file: string): string {
  const source = readFileSync(file, 'utf8');
  if (!['.cjs', '.js'].includes(extname(file)) || !isCommonJs(source)) {
    throw new Error(`A sandboxed window loads only a CommonJS preload, and ${file} is not one.`);
  }
  return source;
}

/** `import` and `export` are no syntax inside a function, and that is where a preload runs. */
function isCommonJs(source: string): boolean {
  try {
    return new Script(`(function () {${source}\n})`) instanceof Script;
  } catch {
    return false;
  }
}
