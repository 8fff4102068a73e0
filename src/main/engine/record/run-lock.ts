import { createConnection, createServer, type Server } from 'node:net';
import { z } from 'zod';
import { message, type Message } from '../../../shared/domain/message.ts';
import { runIdPattern } from '../../../shared/domain/restart/run-id.ts';
import { removeDeadSocket } from './run-folder.ts';

/** Who holds the lock. */
export interface Holder {
  readonly pid: number;
  readonly runId: string;
}

export interface RunLock {
  /** Harmless when called twice. */
  release(): Promise<void>;
}

export type LockResult =
  | { readonly held: true; readonly lock: RunLock }
  | { readonly held: false; readonly holder: Holder | null; readonly message: Message };

export interface LockRequest extends Holder {
  /** Tells locks apart: practice runs and tests take names of their own. */
  readonly name: string;
  /** `process.platform` of the caller. */
  readonly platform: NodeJS.Platform;
  /** True for a lock that only administrators may take; asks for their rights on Windows. */
  readonly forAdministrators: boolean;
}

/** The name under which all real runs of a machine exclude each other. */
export const machineLockName = 'cutover-run';

const askLimitMs = 1000;
const answerLimit = 4096;
const socketEnding = '.sock';
const holderSchema = z.object({
  pid: z.number().int().positive(),
  runId: z.string().regex(runIdPattern),
});

/**
 * Lets one run at a time onto a machine. The lock is a listening named pipe (Windows) or socket, so the
 * operating system releases it when the process dies in whatever way, and the holder can be asked who it is.
 */
export async function acquireRunLock(request: LockRequest): Promise<LockResult> {
  const address = lockAddress(request);
  // Asked first, because not every system refuses a second listener on a pipe; Wine does not.
  const present = await askHolder(address);
  if (present.connected) {
    return notHeld(present.holder, 'EADDRINUSE');
  }
  const server = answering({ pid: request.pid, runId: request.runId });
  const failure = await listen(server, address);
  if (failure === null) return { held: true, lock: lockOf(server) };
  const asked = await askHolder(address);
  if (asked.dead && address.endsWith(socketEnding)) {
    removeDeadSocket(address);
    if ((await listen(server, address)) === null) return { held: true, lock: lockOf(server) };
  }
  return notHeld(asked.holder, failure);
}

/**
 * On Windows anybody may make a pipe first, hold every run off with it and answer what they like; below this prefix only
 * administrators can. Linux has sockets without a file, which cannot stay behind; elsewhere in POSIX the kernel has only
 * files.
 */
function lockAddress({ name, platform, forAdministrators }: LockRequest): string {
  if (platform !== 'win32') {
    return platform === 'linux' ? `\0${name}` : `/tmp/${name}${socketEnding}`;
  }
  const place = forAdministrators ? 'ProtectedPrefix\\Administrators\\' : '';
  return `\\\\.\\pipe\\${place}${name}`;
}

function answering(holder: Holder): Server {
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy());
    connection.end(JSON.stringify(holder));
  });
  // The run itself keeps the process alive; a lock alone must not.
  return server.unref();
}

async function listen(server: Server, address: string): Promise<string | null> {
  return await new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ path: address, exclusive: true }, () => resolve(null));
  });
}

function lockOf(server: Server): RunLock {
  let released: Promise<void> | null = null;
  const close = async () => await new Promise<void>((resolve) => server.close(() => resolve()));
  return { release: async () => await (released ??= close()) };
}

interface Asked {
  readonly holder: Holder | null;
  /** Somebody listens, whether or not they answered. */
  readonly connected: boolean;
  /** A socket file is there and nobody listens any more. */
  readonly dead: boolean;
}

async function askHolder(address: string): Promise<Asked> {
  return await new Promise((resolve) => {
    let text = '';
    let connected = false;
    let dead = false;
    const socket = createConnection(address);
    socket.setEncoding('utf8').setTimeout(askLimitMs, () => socket.destroy());
    socket.on('connect', () => {
      connected = true;
    });
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > answerLimit) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      dead = error.code === 'ECONNREFUSED';
    });
    socket.on('close', () => resolve({ holder: parseHolder(text), connected, dead }));
  });
}

function parseHolder(answer: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(answer)).data ?? null;
  } catch {
    return null;
  }
}

function notHeld(holder: Holder | null, failure: string): LockResult {
  const said =
    holder === null
      ? message('refusal.lockTaken', { failure })
      : message('refusal.anotherRun', { run: holder.runId, process: String(holder.pid) });
  return { held: false, holder, message: said };
}
