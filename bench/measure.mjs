// What the benchmarks share: whole processes and their seconds, medians, tables, the machine.
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/**
 * Runs one whole process to its end. Raises where its exit code is not among `accept`.
 * @param {readonly [string, ...string[]]} commandLine command and arguments
 * @param {{ cwd: string, accept?: readonly number[], env?: NodeJS.ProcessEnv }} options
 * @returns {number} seconds
 */
export function runProcess([command, ...args], { cwd, accept = [0], env }) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (accept.includes(status)) return seconds;
  throw new Error(`${[command, ...args].join(' ')} ended with ${status}:\n${String(stderr).slice(0, 2000)}`);
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Rows of a Markdown table.
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function table(rows) {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The machine in one line: cores, memory, system, Node. */
export function describeMachine() {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${memory}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
