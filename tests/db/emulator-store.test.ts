import { describe } from 'vitest';
import { PostgresStore } from '@/emulator/stores/postgres';
import { keepsItsPromises, survivesARestart } from '../support/store-promises';

describe("the emulator's schema in the app's database", () => {
  const open = async () => new PostgresStore(process.env['DATABASE_URL'] ?? '');
  keepsItsPromises(open);
  survivesARestart(open);
});
