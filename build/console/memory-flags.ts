/**
 * How the console program lets V8 keep house: new things get 8 MB, a quarter of what V8 would take on its own. A deep scan makes
 * millions of short-lived ones and would else keep a hundred megabytes for them. Source: `node --v8-options`.
 */
export const memoryFlags = ['--max-semi-space-size=8'] as const;
