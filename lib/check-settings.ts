import 'server-only';
import { env, EnvError } from './env';

/** Ends the process, with a readable list, where the settings are wrong: a half-set server answers nobody (GEN-13). */
export function checkSettings(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`\n${error.message}\n\n`);
    process.exit(1);
  }
}
