// Preloaded into `kb` by a test: ends the process, as a power cut would, right before one call to the disk.
// KB_TEST_KILL_BEFORE names the call: `rm kb-old 2` is the second removal of something whose path holds `kb-old`.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [name, part, number] = (process.env.KB_TEST_KILL_BEFORE ?? '').split(' ');
const original = fs.promises[name];
let calls = 0;

fs.promises[name] = async (...args) => {
  if (args.some((arg) => typeof arg === 'string' && arg.includes(part))) calls += 1;
  if (calls === Number(number)) process.kill(process.pid, 'SIGKILL');
  return original(...args);
};
syncBuiltinESMExports();
