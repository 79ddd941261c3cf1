/** Where the processor's time goes, by process: what a busy machine distorts least. Of Linux alone; 0 elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/** Milliseconds that a process and those that it started have used so far. */
export function processorTime(pid: number): number {
  const stats = processes();
  const family = stats.filter((one) => one.pid === pid || one.parent === pid);
  return family.reduce((sum, { ticks }) => sum + ticks, 0) * TICK_MS;
}

/** The process that started this one; for a session of PostgreSQL that is its server. */
export function parentOf(pid: number): number {
  return processes().find((one) => one.pid === pid)?.parent ?? 0;
}

type Stat = { pid: number; parent: number; ticks: number };

function processes(): Stat[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
}

/** The name in brackets may hold anything; what follows are numbers. One that has just ended is gone. */
function statOf(pid: string): Stat[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const at = (index: number) => Number(fields[index] ?? 0);
    return [{ pid: Number(pid), parent: at(1), ticks: at(11) + at(12) }];
  } catch {
    return [];
  }
}
