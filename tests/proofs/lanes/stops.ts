/** One lane of R8: a server that stops as in a power cut, and now and then a pooler; the same worker goes on. */
import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '@/emulator/generate/seeded';
import { Pooler } from '../pooler';
import { StoppableServer } from '../stoppable-server';
import { openBank, useDatabase } from '../world';
import { handIn, ownShare } from './run-lanes';

const share = ownShare();
const server = await StoppableServer.open();
await useDatabase(server.url);
const pooler = await Pooler.open(server.url);
const bank = await openBank();
const { startWorker } = await import('../../support/worker-process');
const { Lane } = await import('./lane');

const worker = startWorker({ DATABASE_URL: pooler.url });
await worker.said('the worker is ready');
const random = seeded('stops', share.seed);
const blow = {
  // The run may still be going on, past a pooler that has come back.
  graceMs: 2_000,
  async strike(round: number) {
    if (round % 5 === 0) {
      await pooler.restart();
      return 'besides' as const;
    }
    await server.stop();
    await sleep(random.fraction() * 500);
    await server.start();
    return 'counted' as const;
  },
  goOn: () => Promise.resolve(),
};
const outcome = await new Lane(share, { bank, blow, random }).run();
const end = await worker.end('SIGTERM');
if (end !== 0) outcome.violations.push(`the worker ended with ${end} when it was asked to stop`);
handIn(outcome);
