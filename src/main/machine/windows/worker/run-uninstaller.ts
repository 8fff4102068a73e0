import { execa, type Result } from 'execa';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { enterNewJob } from '../ffi/job-object.ts';
import { childEnvironment } from '../system/child-environment.ts';
import { pinFile } from '../ffi/pin-file.ts';
import type { MachineLock } from '../ffi/machine-lock.ts';
import { mayBeEnded, serviceProcesses } from '../watch/service-processes.ts';
import { whatItDid, type Doing } from '../watch/doing.ts';
import { doingTeller, type DoingTeller } from '../watch/doing-teller.ts';
import { handoverCheck, type HandoverCheck } from './handover.ts';
import { waitUntilFree } from './installer-queue.ts';
import { watchProcessTree, type ProcessTree, type TreeProcess } from './process-tree.ts';
import { refuseMaker, refuseProgram } from './program-check.ts';
import {
  workerResult,
  type RunUninstallerRequest,
  type WorkerControl,
  type WorkerResult,
} from '../worker-client/protocol.ts';
import { windowsInstallerQueue } from './windows-installer-queue.ts';
import { withWorkLock } from './work-lock.ts';

const lookAgainMs = 100;
const roundsOfEnding = 20;

/**
 * Runs an uninstaller and waits for everything it started. This process enters a job of its own first, so every
 * descendant belongs to the job. Processes that services start on its behalf do not; of those only the Windows
 * Installer service is waited for, by its mutex. A run that has begun is not interrupted when the person cancels:
 * an antivirus removed by half can leave a computer without network.
 */
export async function runUninstaller(
  request: RunUninstallerRequest,
  control: WorkerControl,
): Promise<WorkerResult> {
  // What may go on after its limit is no removal, and keeps nobody waiting.
  if (!request.endAtLimit) return runWatched(request, control, null);
  return withWorkLock(control, (lock) => runWatched(request, control, lock));
}

async function runWatched(
  request: RunUninstallerRequest,
  control: WorkerControl,
  lock: MachineLock | null,
): Promise<WorkerResult> {
  const limit = performance.now() + request.timeLimitMs;
  const job = enterNewJob();
  if (job === null) return notStarted(message('refused.noJob'));
  const tree = watchProcessTree(job);
  const handover = await handoverCheck(request.program);
  if (control.cancel.aborted) return workerResult({ ended: 'cancelled' });
  const root = await startChecked(request);
  if ('id' in root) return notStarted(root);
  const teller = tellerOf(root, control);
  const run: Run = { tree, control, limit, lock, root, teller, copies: new Map() };
  const inTime = await waitForTree(run, handover);
  if (inTime) return finished(run);
  const doing = teller.tellNow(() => tree.alive());
  return request.endAtLimit ? endTree(tree, doing) : workerResult({ ended: 'timedOut' });
}

/** What was checked is what is started: meanwhile nobody can write to the file or put another in its place. */
async function startChecked(request: RunUninstallerRequest): Promise<Root | Message> {
  const { program, maker } = request;
  const release = pinFile(program);
  try {
    const inUse = release === null ? message('refused.inUse', { program }) : null;
    const refusal = refuseProgram(program) ?? inUse ?? (await refuseMaker(program, maker));
    return refusal ?? startProgram(request);
  } finally {
    release?.();
  }
}

function notStarted(why: Message): WorkerResult {
  return workerResult({ ended: 'couldNotStart', message: [why] });
}

/** What is known about the program itself, apart from its descendants. */
interface Root {
  /** 0 where it could not be started. */
  readonly pid: number;
  ended: boolean;
  exitCode: number | null;
  problem: string | null;
}

interface Run {
  readonly tree: ProcessTree;
  readonly control: WorkerControl;
  readonly limit: number;
  readonly lock: MachineLock | null;
  readonly root: Root;
  readonly teller: DoingTeller;
  /** Processes already compared with the program, and whether they are copies of it. */
  readonly copies: Map<TreeProcess, boolean>;
}

/**
 * A window that the uninstaller opens to ask something stays visible; a hidden one would hang unseen. Detached, so
 * that it is not ended together with this worker; it belongs to our job all the same.
 */
function startProgram({ program, args, workingFolder }: RunUninstallerRequest): Root {
  const options = {
    cwd: workingFolder,
    // The one this worker was given; built anew, because a worker can be started by hand.
    env: childEnvironment(tmpdir()),
    extendEnv: false,
    stdio: 'ignore',
    reject: false,
    cleanup: false,
    detached: true,
    windowsHide: false,
    windowsVerbatimArguments: false,
  } as const;
  const started = execa(program, args, options);
  const root: Root = { pid: started.pid ?? 0, ended: false, exitCode: null, problem: null };
  void keepEnd(root, started);
  return root;
}

async function keepEnd(
  root: Root,
  program: Promise<Pick<Result, 'exitCode' | 'originalMessage'>>,
): Promise<void> {
  const { exitCode, originalMessage } = await program;
  root.ended = true;
  root.exitCode = exitCode ?? null;
  root.problem = exitCode === undefined ? (originalMessage ?? 'unknown') : null;
}

/** True when the tree came to its end by itself before the time limit. */
async function waitForTree(run: Run, handover: HandoverCheck): Promise<boolean> {
  for (;;) {
    const alive = run.tree.alive();
    for (const process of alive) await meet(process, run, handover);
    if (run.root.ended && alive.length === 0) return waitForInstaller(run);
    if (performance.now() >= run.limit) return false;
    run.teller.look(() => alive);
    await sleep(lookAgainMs);
  }
}

async function meet(process: TreeProcess, run: Run, handover: HandoverCheck): Promise<void> {
  if (process.program === null || run.copies.has(process)) return;
  run.lock?.shareWith(process.pid);
  run.copies.set(process, await handover.isCopy(process.program));
}

function tellerOf(root: Root, { emit }: WorkerControl): DoingTeller {
  return doingTeller({
    isRoot: ({ pid }) => pid === root.pid,
    reports: () => 0,
    onDoing: (doing) => emit({ kind: 'doing', doing }),
  });
}

function namesOf(processes: readonly TreeProcess[]): string {
  return [...new Set(processes.map((process) => process.image))].join(', ');
}

/** The service goes on for a moment after the msiexec that asked it has ended. */
async function waitForInstaller({ tree, control, limit }: Run): Promise<boolean> {
  if (!tree.seen().some((process) => process.image.toLowerCase() === 'msiexec.exe')) return true;
  const queue = windowsInstallerQueue({
    isStopped: () => false,
    onWaiting: () =>
      control.emit({ kind: 'waiting', waitingFor: message('waiting.windowsInstaller') }),
  });
  return (await waitUntilFree(queue, limit)) === 'free';
}

function finished({ root, copies }: Run): WorkerResult {
  if (root.problem !== null || root.exitCode === null) {
    return workerResult({ ended: 'couldNotStart', said: root.problem });
  }
  const copy = [...copies].findLast(([, isCopy]) => isCopy)?.[0];
  const handedOver = root.exitCode === 0 ? (copy?.exitCode() ?? null) : null;
  if (copy === undefined || handedOver === null) {
    return workerResult({ ended: 'exited', exitCode: root.exitCode });
  }
  const told = message('removal.handedOver', { program: copy.image });
  return workerResult({ ended: 'exited', exitCode: handedOver, message: [told] });
}

/** One by one and by name, so that the record says exactly what was ended. */
async function endTree(tree: ProcessTree, doing: Doing | null): Promise<WorkerResult> {
  const ended = new Map<number, string>();
  const services = serviceProcesses();
  for (let round = 0; round < roundsOfEnding; round += 1) {
    const alive = tree.alive();
    if (alive.length === 0) break;
    for (const process of alive) {
      const wasEnded = mayBeEnded(process, services) && tree.end(process);
      if (wasEnded) ended.set(process.pid, process.image);
    }
    await sleep(lookAgainMs);
  }
  const left = tree.alive();
  const why = doing === null ? [] : whatItDid(doing);
  const notEnded = left.length === 0 ? [] : [message('removal.notEnded', { names: namesOf(left) })];
  return workerResult({
    ended: 'timedOut',
    killedProcesses: [...ended.values()],
    message: [...why, ...notEnded],
  });
}
