import { getProfile } from '@/db/queries/users';
import { AppError } from '@/lib/core/errors';
import type { UserId } from '@/lib/core/id';

/** Every visitor of the demo is the same person: its settings stay what all others expect. */
export async function refuseDemo(userId: UserId): Promise<void> {
  const { isDemo } = await getProfile(userId);
  if (isDemo)
    throw new AppError('forbidden', 'The demo household keeps its settings. Sign up to have your own.');
}
