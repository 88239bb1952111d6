// Whether the process that left something on the disk still runs, and may come back for it.

/** Whether a process has the id `pid`; one of another user counts too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
