import 'server-only';
import { log } from '@/lib/log';
import { sweep } from './sweep';

const EVERY_MS = 15_000;

const kept = globalThis as typeof globalThis & { evenkeelHeartbeat?: NodeJS.Timeout };

/**
 * On a server of one's own nobody calls the cron route, so it looks for itself: what a stopped process left
 * half done is taken up again within a minute. Functions on a host have their schedule instead.
 */
export function startHeartbeat(): void {
  let isBusy = false;
  const beat = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await sweep({ until: Date.now() + 10 * 60_000 });
    } catch (error) {
      log.error({ name: error instanceof Error ? error.name : typeof error }, 'the background sweep failed');
    } finally {
      isBusy = false;
    }
  };
  setTimeout(() => void beat(), 1000).unref();
  clearInterval(kept.evenkeelHeartbeat);
  kept.evenkeelHeartbeat = setInterval(() => void beat(), EVERY_MS);
  kept.evenkeelHeartbeat.unref();
}
