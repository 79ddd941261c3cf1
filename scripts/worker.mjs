/**
 * `npm run worker`: the work queue without the app, for hosts of one's own. Takes the same settings, runs
 * beside the app and beside other workers, and ends cleanly on Ctrl-C and `kill`.
 */
import './node-version.mjs';
import { importTogether } from './put-together.mjs';
import { loadSettings } from './settings.mjs';
import { runMain } from './trouble.mjs';

process.env.NODE_ENV = 'production';

await runMain(async () => {
  loadSettings();
  const { checkSettings, runWorker } = await importTogether('worker', {
    code: `
      export { checkSettings } from './lib/check-settings';
      export { runWorker } from './lib/sync/worker';`,
    sources: ['db', 'lib'],
    taken: ['big.js', 'drizzle-orm', 'jose', 'pino', 'plaid', 'postgres', 'server-only', 'zod'],
  });
  checkSettings();
  await runWorker();
  process.exit(0);
});
