import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { FileStore } from '@/emulator/stores/file';
import { MemoryStore } from '@/emulator/stores/memory';
import { keepsItsPromises, survivesARestart } from '../support/store-promises';

describe('the memory of a test', () => {
  keepsItsPromises(async () => new MemoryStore());
});

describe('the file of the stand-alone program', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulator-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const open = () => FileStore.open(join(folder, 'state.json'));
  keepsItsPromises(open);
  survivesARestart(open);
});
