/** Loaded before a program on the Windows of the lab: says at its end how long it ran and how much memory it took. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const said = { milliseconds: performance.now(), kilobytes: process.resourceUsage().maxRSS };
  writeFileSync('C:\\peak.json', JSON.stringify(said));
});
