import { ensureBuilt } from '../../scripts/build.mjs';

/** The browser tests drive the app as it is deployed; it is built once, and only when its sources changed. */
export default async function setup(): Promise<void> {
  await ensureBuilt();
}
