/** What the app writes to its log, kept instead of printed, so that it can be searched for what must not be there. */
import pino from 'pino';
import { log } from '@/lib/log';

const SECRET = /\b(access|public|link)-(sandbox|production|emulator)-[0-9a-z-]{8}/;

/** From here on every line goes into the list that is answered. */
export function keepLog(): string[] {
  const lines: string[] = [];
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => void lines.push(line) } });
  return lines;
}

export function secretsIn(lines: readonly string[]): string[] {
  return lines.filter((line) => SECRET.test(line));
}
