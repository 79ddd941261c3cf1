/**
 * `npm run rotate-tokens [-- --item ID]`: new access tokens for all connections, or for one, as after a leak. The old
 * ones are dead at once. Takes the app's settings; the app may run meanwhile.
 */
import './node-version.mjs';
import { parseArgs } from 'node:util';
import { importTogether } from './put-together.mjs';
import { loadSettings } from './settings.mjs';
import { runMain } from './trouble.mjs';

process.env.NODE_ENV = 'production';

await runMain(async () => {
  const { item } = parseArgs({ options: { item: { type: 'string' } } }).values;
  loadSettings();
  const { checkSettings, rotateTokens } = await importTogether('rotate-tokens', {
    code: `
      export { checkSettings } from './lib/check-settings';
      export { rotateTokens } from './lib/sync/rotate-tokens';`,
    sources: ['db', 'lib'],
    taken: ['big.js', 'drizzle-orm', 'jose', 'pino', 'plaid', 'postgres', 'server-only', 'zod'],
  });
  checkSettings();
  const ends = Object.entries(await rotateTokens(item ? { item } : {}));
  console.log(ends.map(([end, count]) => `${count} ${end}`).join(', ') || 'There is no such connection.');
  process.exit(0);
});
