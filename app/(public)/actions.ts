'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { startSession } from '@/lib/start-session';
import { openDemoHousehold } from '@/lib/sync/demo-household';
import { drainJobs, workUntil } from '@/lib/sync/drain-jobs';

/** Signs in to the demo household, which is there already unless this is its very first visitor. */
export async function tryDemo(): Promise<void> {
  await startSession(await openDemoHousehold());
  after(() => drainJobs({ until: workUntil(), wait: true }));
  redirect('/dashboard');
}
