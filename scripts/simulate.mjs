/** `npm run simulate -- --seeds 10000 --steps 200`: the proof of the sync engine; see tests/simulation/main.ts. */
import './node-version.mjs';
import { ensureInstalled } from './install.mjs';
import { runAloud } from './run.mjs';
import { runMain } from './trouble.mjs';

await runMain(async () => {
  await ensureInstalled();
  // The marker package throws outside a server bundle; this condition says that here is one.
  const program = ['--conditions=react-server', '--import', 'tsx', 'tests/simulation/main.ts'];
  const { DATABASE_URL, ...env } = process.env;
  const server = DATABASE_URL ? { SIMULATION_SERVER_URL: DATABASE_URL } : {};
  process.exitCode = await runAloud([process.execPath, ...program, ...process.argv.slice(2)], {
    ...env,
    ...server,
  });
});
