/** Runs once when a server process starts; with settings that are wrong, it does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { checkSettings } = await import('@/lib/check-settings');
  checkSettings();
  if (process.env.VERCEL) return;
  const { startHeartbeat } = await import('@/lib/sync/heartbeat');
  startHeartbeat();
}
