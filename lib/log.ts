/** One line per event, as JSON, with everything redacted that could open a door (T7, SEC-4). */
import 'server-only';
import pino from 'pino';

export const log = pino({
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
});
