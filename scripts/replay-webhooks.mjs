/**
 * `npm run replay-webhooks -- --since 2026-03-14 [--item ID]`: webhooks that came since then are worked off
 * once more, by the worker, the next webhook or the schedule. Takes the app's settings; changes no data itself.
 */
import './node-version.mjs';
import { parseArgs } from 'node:util';
import { importTogether } from './put-together.mjs';
import { loadSettings } from './settings.mjs';
import { runMain, Trouble } from './trouble.mjs';

await runMain(async () => {
  const { since, item } = readArguments();
  loadSettings();
  const { checkSettings, replayWebhooks } = await importTogether('replay-webhooks', {
    code: `
      export { checkSettings } from './lib/check-settings';
      export { replayWebhooks } from './lib/sync/replay-webhooks';`,
    sources: ['db', 'lib'],
    taken: ['drizzle-orm', 'postgres', 'server-only', 'zod'],
  });
  checkSettings();
  const count = await replayWebhooks({ since, ...(item ? { item } : {}) }).catch((error) => {
    throw new Trouble(error.message);
  });
  console.log(`${count} stored webhooks wait to be worked off again.`);
  process.exit(0);
});

function readArguments() {
  const options = { since: { type: 'string' }, item: { type: 'string' } };
  try {
    const { values } = parseArgs({ options });
    if (values.since) return values;
  } catch {
    // An option that there is not: the sentence below says which there are.
  }
  throw new Trouble('Say since when: npm run replay-webhooks -- --since 2026-03-14 [--item CONNECTION]');
}
