/**
 * Loaded before the program (`--require`), so that a process dies at an exact point without any switch in the program itself:
 * it counts what changes the disk below one folder, and ends the process as TerminateProcess does, without a last word, just
 * before the change it is told, or in the middle of it.
 *
 * What to do stands as JSON in `CUTOVER_KILL_HOOK`, see `start-program.ts`.
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const timers = require('node:timers/promises');

const order = JSON.parse(process.env.CUTOVER_KILL_HOOK);
const { existsSync, writeFileSync, writeSync } = fs;
const paths = new Map();
const touches = [];
/** It has written what says that it began. */
let hasBegun = false;
const beginnings = /(?:journal\.jsonl|purge\.json)$/;
/** Node's own ways to write call each other. */
let within = false;

/** Changes the disk, unless the process is to die before that or half-way. */
function touch(path, change, half = null) {
  if (within || typeof path !== 'string' || !path.startsWith(order.folder)) return change();
  const isLine = half !== null && path.endsWith('journal.jsonl');
  touches.push(isLine ? 'line' : half === null ? 'change' : 'content');
  if (order.at === touches.length) {
    within = true;
    if (order.torn && half !== null) half();
    die();
  }
  const result = alone(change);
  hasBegun ||= beginnings.test(path);
  return result;
}

function alone(change) {
  within = true;
  try {
    return change();
  } finally {
    within = false;
  }
}

function die() {
  process.kill(process.pid, 'SIGKILL');
  // Until the system has done it nothing else may happen.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function patch(name, pathOf) {
  const original = fs[name];
  fs[name] = (...args) => touch(pathOf(args), () => original(...args));
}

for (const name of ['mkdirSync', 'mkdtempSync', 'rmSync', 'rmdirSync', 'unlinkSync'])
  patch(name, ([path]) => path);
patch('renameSync', ([, to]) => to);
patch('ftruncateSync', ([file]) => paths.get(file));

const { openSync } = fs;
fs.openSync = (path, flags, ...rest) => {
  const open = () => openSync(path, flags, ...rest);
  const file = flags === 'w' ? touch(path, open) : open();
  paths.set(file, path);
  return file;
};

fs.writeSync = (file, bytes, from, count, position) =>
  touch(
    paths.get(file),
    () => writeSync(file, bytes, from, count, position),
    () => writeSync(file, bytes, from, Math.ceil(count / 2), position),
  );

fs.writeFileSync = (file, content, ...rest) =>
  touch(
    typeof file === 'number' ? paths.get(file) : file,
    () => writeFileSync(file, content, ...rest),
    () => writeFileSync(file, content.slice(0, Math.ceil(content.length / 2)), ...rest),
  );

/** A practice computer takes its time by these; the rest of the program waits by them for nothing that matters here. */
const { setTimeout: sleep, setImmediate: breathe } = timers;
timers.setTimeout = async (ms, ...rest) => {
  await sleep(ms * (order.pace ?? 1), ...rest);
  await hold();
};
timers.setImmediate = async (...rest) => {
  await breathe(...rest);
  await hold();
};

async function hold() {
  if (hasBegun && order.holdUntil !== undefined) await appearanceOf(order.holdUntil);
}

async function appearanceOf(path) {
  while (!existsSync(path)) await sleep(20);
}

syncBuiltinESMExports();

if (order.touchesInto !== undefined)
  process.on('exit', () => writeFileSync(order.touchesInto, JSON.stringify(touches)));
