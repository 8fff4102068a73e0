/**
 * How the console program lets V8 keep house: new things get 8 MB, a quarter of what V8 would take on its own. A deep scan makes
 * millions of short-lived ones and would else keep a hundred megabytes for them. They get it from the start, because growing from
 * one megabyte to it, V8 looks through everything several times while a short command is still being loaded, and keeps all of it.
 * Source: `node --v8-options`.
 */
export const memoryFlags = ['--max-semi-space-size=8', '--min-semi-space-size=8'] as const;
