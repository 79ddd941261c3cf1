/** The one person whom the Sandbox recognises, and how that person gets in with less typing (RU-1, RU-2). */
import type { LinkTokenDocument } from '../documents';
import { plaidError } from '../errors/errors';

const PHONE = '+14155550123';
const EMAIL = 'example@plaid.com';

/** Known there by phone and e-mail: a one-time code instead of a log-in. */
const BY_CODE = 'ins_133502';
const CODE = '123456';
/** Known there by phone: the user name is remembered, the password is asked. */
const BY_PASSWORD = 'ins_133503';

const KNOWN_LOGIN = { username: 'user_good', password: 'pass_good' };

/** How a returning user gets in at a bank. */
type Shortcut = 'phoneotp' | 'password';

export function recogniseUser(
  user: { readonly phone_number?: unknown; readonly email_address?: unknown } | null | undefined,
): LinkTokenDocument['returning'] {
  if (user?.phone_number !== PHONE) return null;
  return user.email_address === EMAIL ? 'phone-and-email' : 'phone';
}

export function isKnownAt({ returning }: LinkTokenDocument, institutionId: string): boolean {
  if (institutionId === BY_CODE) return returning === 'phone-and-email';
  return institutionId === BY_PASSWORD && returning !== null;
}

/** The ways in that a recognised user has at a bank; none for everybody else. */
export function shortcutsAt(linkToken: LinkTokenDocument, institutionId: string): Shortcut[] {
  if (!isKnownAt(linkToken, institutionId)) return [];
  return institutionId === BY_CODE ? ['phoneotp', 'password'] : ['password'];
}

/** What is remembered of the user: all of the log-in against the code, else the name for a typed password. */
export function rememberedLogin(
  linkToken: LinkTokenDocument,
  institutionId: string,
  given: { readonly code: string; readonly password: string },
): { readonly username: string; readonly password: string } {
  if (!isKnownAt(linkToken, institutionId)) throw plaidError('INVALID_CREDENTIALS');
  if (given.code === '') return { ...KNOWN_LOGIN, password: given.password };
  if (institutionId !== BY_CODE || given.code !== CODE) throw plaidError('INVALID_MFA');
  return KNOWN_LOGIN;
}
