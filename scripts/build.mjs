import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { programOf, runQuietly } from './run.mjs';
import { hashOfSources } from './source-hash.mjs';

/** What a build is made of. Tests, scripts and documents change nothing in it. */
const sources = [
  'app',
  'components',
  'db',
  'emulator',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];
const stamp = join(root, '.next', 'evenkeel-sources');

/** Builds the app, unless the last build was made of the same sources. */
export async function ensureBuilt() {
  const now = hashOfSources(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  const build = [...programOf('next/dist/bin/next'), 'build'];
  await runQuietly('Building the app (about half a minute)', build, {
    log: 'build.log',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  // The build may tidy tsconfig.json, which is one of the sources.
  writeFileSync(stamp, hashOfSources(sources));
}
