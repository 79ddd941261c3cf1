/** `npm run emulator -- --port N`: the emulator alone. */
import './node-version.mjs';
import { ensureInstalled } from './install.mjs';
import { importTogether } from './put-together.mjs';
import { runMain } from './trouble.mjs';

await runMain(async () => {
  await ensureInstalled();
  await importTogether('emulator', {
    code: "import './emulator/serve';",
    sources: ['emulator', 'lib/core'],
    taken: ['jose', 'plaid', 'zod'],
  });
});
