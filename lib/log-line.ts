/** A line of the log for a person at a terminal; programs that collect logs get it as JSON. */

const LEVELS: Readonly<Record<number, string>> = { 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' };
const HIDDEN = new Set(['level', 'time', 'name', 'msg']);

/** `14:03:22 sync run · itemId 3f2c… · end done` from pino's line; what is no JSON stays as it is. */
export function readableLine(json: string): string {
  const record = parse(json);
  if (!record) return json;
  const { level, time, msg } = record;
  const at = new Date(Number(time)).toISOString().slice(11, 19);
  const facts = Object.entries(record)
    .filter(([name]) => !HIDDEN.has(name))
    .map(([name, value]) => ` · ${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${at} ${LEVELS[Number(level)] ?? ''}${typeof msg === 'string' ? msg : ''}${facts.join('')}\n`;
}

function parse(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
