import { join } from 'node:path';
import { root } from './project.mjs';
import { runQuietly } from './run.mjs';

/** Links the demo household through the running app, or finds it there. Takes what `localSettings` answers. */
export async function seedDemo(env) {
  // `react-server` is the condition under which server-only modules load outside Next.
  const command = [
    process.execPath,
    '--conditions=react-server',
    '--import',
    'tsx',
    join(root, 'db', 'seed.ts'),
  ];
  await runQuietly('Linking the demo household', command, {
    log: 'seed.log',
    env: { ...process.env, ...env },
  });
}
