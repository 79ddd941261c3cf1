/** One lane of R7: a worker that is killed (SIGKILL), and the next one. */
import { startPostgres } from '../../../scripts/postgres.mjs';
import { seeded } from '@/emulator/generate/seeded';
import { openBank, useDatabase } from '../world';
import { handIn, ownShare } from './run-lanes';

const share = ownShare();
await useDatabase((await startPostgres({ ephemeral: true })).url);
const bank = await openBank();
const { startWorker } = await import('../../support/worker-process');
const { Lane } = await import('./lane');

let worker = startWorker({});
const blow = {
  graceMs: 0,
  async strike() {
    await worker.end('SIGKILL');
    return 'counted' as const;
  },
  // It would be there long before the lease is over, so it is waited for before the lease is moved.
  goOn() {
    worker = startWorker({});
    return worker.said('the worker is ready');
  },
};
const outcome = await new Lane(share, { bank, blow, random: seeded('kills', share.seed) }).run();
await worker.end('SIGKILL');
handIn(outcome);
