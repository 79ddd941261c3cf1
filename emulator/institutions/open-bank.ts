/** Logging in at a bank, by whichever way one came to it. */
import type { Day } from '@/lib/core/day';
import { plaidError } from '../errors/errors';
import type { Credentials, Login } from '../login';
import type { World } from '../world';
import type { EmulatedInstitution } from './institutions';

/** What is behind the credentials; throws what the bank's health (LNK-14) or the bank itself says against them. */
export function openBank(
  { openLogin }: Pick<World, 'openLogin'>,
  { health }: EmulatedInstitution,
  credentials: Credentials,
  linkedOn: Day,
): Login {
  if (health === 'down') throw plaidError('INSTITUTION_DOWN');
  if (health === 'unsupported') throw plaidError('INSTITUTION_NO_LONGER_SUPPORTED');
  const opened = openLogin(credentials, linkedOn);
  if ('error' in opened) throw plaidError(opened.error);
  return opened.login;
}
