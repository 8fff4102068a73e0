/**
 * Loaded before a program: takes its standard handles away, as Windows does with a program with a window that is
 * started from a console.
 */
const koffi = require('koffi');

const set = koffi
  .load('kernel32.dll')
  .func('int __stdcall SetStdHandle(uint32 which, void *handle)');
for (const which of [0xfffffff6, 0xfffffff5, 0xfffffff4]) set(which, null);
