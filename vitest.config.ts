import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Four projects, told apart by folder. `fast` needs nothing but Node and a few seconds; `emulator` lives whole
 * lives and walks every endpoint, in a minute or two; in `database` every file has a PostgreSQL database of its
 * own; `browser` drives the built app in Chromium, two files at a time.
 */
export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // The marker package throws outside a server bundle; tests are a server.
      'server-only': `${root}tests/support/server-only.ts`,
    },
  },
  test: {
    // Vitest would leave one core free; our tests wait for Postgres, and leave enough.
    maxWorkers: availableParallelism(),
    // A worker may need a while to end on a machine that is busy.
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/{lib,components}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          setupFiles: ['tests/support/environment.ts', 'tests/support/quiet.ts'],
          // Fast when alone; a busy machine must not make a test of laws fail.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'emulator',
          include: ['tests/emulator/**/*.test.ts'],
          setupFiles: ['tests/support/environment.ts', 'tests/support/quiet.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/{db,sync,app,scripts,simulation}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/environment.ts', 'tests/support/quiet.ts', 'tests/support/database.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts', 'tests/support/built-app.ts'],
          setupFiles: ['tests/support/environment.ts'],
          // Each is an app, a browser and what it asks of Postgres.
          maxWorkers: 2,
          // After the others: a busy machine makes a browser slow.
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
