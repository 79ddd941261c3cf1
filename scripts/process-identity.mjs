import { existsSync, readFileSync } from 'node:fs';

/** True when a process of that id exists, whoever it belongs to. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * What tells a process from a later one with the same id, which is common after a container restarts: its
 * start time where the system shows it (Linux), else nothing.
 */
export function startOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return '';
  // The second field is a name in parentheses that may itself hold spaces; the start is the 22nd.
  return readFileSync(path, 'utf8').split(') ').at(-1).split(' ')[19];
}

/** True unless the system shows that the process runs something else than `program`. */
export function isProgram(pid, program) {
  const path = `/proc/${pid}/cmdline`;
  return !existsSync(path) || readFileSync(path, 'utf8').includes(program);
}
