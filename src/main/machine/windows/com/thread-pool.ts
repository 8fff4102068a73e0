/** What libuv asks for once, at the first use of its threads (https://docs.libuv.org/en/v1.x/threadpool.html). */
const variable = 'UV_THREADPOOL_SIZE';

/**
 * For a program that waits for other programs in its background threads: some of them never answer, and the file functions of
 * Node need threads too. Memory is taken only by threads that work.
 */
export const threadPool = { [variable]: '16' } as const;

/**
 * Gives this process that many, whatever a variable of the person says. Before anything else: it counts up to the first use only.
 * Node for Windows reads the variable then and not at its start, which the lab measures; Electron's has to be given it
 * (`open-window.ts`).
 */
export function sizeThreadPool(): void {
  Object.assign(process.env, threadPool);
}

const unlessTold = 4;

/** How many threads may wait for what may hang; a quarter stays with the file functions, and one at least. */
export function threadsToWait(environment: NodeJS.ProcessEnv = process.env): number {
  const told = Number.parseInt(environment[variable] ?? '', 10);
  const threads = Number.isNaN(told) ? unlessTold : told;
  return Math.max(1, threads - Math.ceil(threads / 4));
}
