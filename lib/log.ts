/** One line per event, as JSON (or readable, where a person watches), with everything redacted that could open a door (T7, SEC-4). */
import 'server-only';
import pino from 'pino';
import { readableLine } from './log-line';

const options: pino.LoggerOptions = {
  name: 'evenkeel',
  base: null,
  redact: {
    paths: [
      '*.password',
      '*.access_token',
      '*.accessToken',
      '*.public_token',
      '*.publicToken',
      '*.secret',
      '*.headers',
    ],
    censor: '[redacted]',
  },
};

export const log = process.stdout.isTTY
  ? pino(options, { write: (line) => process.stdout.write(readableLine(line)) })
  : pino(options);
