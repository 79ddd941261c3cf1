/** The bank's front door: which credentials open what, and which are turned away (SBX-1, SBX-4, SBX-6). */
import type { Day } from '@/lib/core/day';
import { customLogin } from '../custom/custom-login';
import { parseCustomUser } from '../custom/schema';
import type { Credentials, Login, OpenedLogin } from '../login';
import { DEMO_HOUSEHOLD } from '../personas/demo-household';
import type { Persona } from '../personas/persona';
import { USER_BANK_INCOME } from '../personas/user-bank-income';
import { USER_FREELANCER } from '../personas/user-freelancer';
import { USER_GOOD } from '../personas/user-good';
import { USER_RETIREE } from '../personas/user-retiree';
import { USER_STUDENT } from '../personas/user-student';
import { USER_TROUBLE } from '../personas/user-trouble';
import { DYNAMIC_USER, dynamicLogin } from './dynamic-user';
import { exactOnLinkDay, openedSoThat } from './exact-on-link-day';
import { liveHousehold, loginAt } from './household';
import { volumeLogin } from './volume';

/** Households by username; each is known at the banks that its accounts name. */
export const PERSONAS: Readonly<Record<string, Persona>> = {
  demo_household: DEMO_HOUSEHOLD,
  user_freelancer: USER_FREELANCER,
  user_student: USER_STUDENT,
  user_retiree: USER_RETIREE,
  user_trouble: USER_TROUBLE,
};

const MOST_ROWS = 1_000_000;

/**
 * Opens the login that belongs to these credentials at this bank, seen from the day it was linked. The
 * same four values give the same login, to the byte; `error` is one of Plaid's error codes.
 */
export function openLogin(credentials: Credentials, linkedOn: Day): OpenedLogin {
  const { username, password, institutionId } = credentials;
  const refusal = refusalIn(password);
  if (refusal) return { error: refusal };
  if (username === 'user_custom') return openCustom(credentials, linkedOn);
  if (username === DYNAMIC_USER && password !== '') return { login: dynamicLogin(institutionId, linkedOn) };
  if (username === USER_BANK_INCOME.seed) return openBankIncome(credentials, linkedOn);
  if (!isGoodPassword(password)) return { error: 'INVALID_CREDENTIALS' };
  if (username === 'user_good') return { login: openSandboxPerson(USER_GOOD.seed, credentials, linkedOn) };
  const rows = Number(/^user_volume_(\d+)$/.exec(username)?.[1] ?? Number.NaN);
  if (rows <= MOST_ROWS) return { login: volumeLogin(username, rows, linkedOn) };
  const persona = Object.hasOwn(PERSONAS, username) ? PERSONAS[username] : undefined;
  if (!persona) return { error: 'INVALID_CREDENTIALS' };
  const login = loginAt(liveHousehold(persona, linkedOn), institutionId, username);
  return login.accounts.length === 0 ? { error: 'NO_ACCOUNTS' } : { login };
}

/** What the password itself asks for: `error_<CODE>`, a forced error, a reCAPTCHA that fails (SBX-4, SBX-6). */
function refusalIn(password: string): string | null {
  const code = /^error_([A-Z_]+)$/.exec(password)?.[1];
  if (code) return code;
  const user = password.startsWith('{') ? parseCustomUser(password) : null;
  return user?.force_error ?? (user?.recaptcha === 'bad' ? 'RECAPTCHA_BAD' : null);
}

/** MFA and reCAPTCHA are asked by Link from the password; behind them stands the same login (SBX-3). */
function isGoodPassword(password: string): boolean {
  if (password.startsWith('{')) return parseCustomUser(password)?.recaptcha === 'good';
  return /^(pass_good|microdeposits_good|mfa_(device|selections|questions)\w*)$/.test(password);
}

function openCustom(credentials: Credentials, linkedOn: Day): OpenedLogin {
  const user = parseCustomUser(credentials.password, linkedOn);
  if (!user) return { error: 'INVALID_CREDENTIALS' };
  const login =
    customLogin(user, linkedOn, credentials.institutionId) ??
    openSandboxPerson(user.seed ?? 'no seed', credentials, linkedOn);
  return login.accounts.length === 0 ? { error: 'NO_ACCOUNTS' } : { login };
}

/** user_good is known at every bank; with another seed the same accounts lead another life (SBX-6, `{}`). */
function openSandboxPerson(seed: string, { institutionId, username }: Credentials, linkedOn: Day): Login {
  const accounts = USER_GOOD.accounts.map((account) => ({ ...account, institution: institutionId }));
  const household = liveHousehold({ ...USER_GOOD, seed, accounts }, linkedOn, exactOnLinkDay);
  return loginAt(openedSoThat(household), institutionId, username);
}

/** Known at every bank by the password `{}` (SBX-5), and by the usual one. */
function openBankIncome({ institutionId, username, password }: Credentials, linkedOn: Day): OpenedLogin {
  if (password !== '{}' && !isGoodPassword(password)) return { error: 'INVALID_CREDENTIALS' };
  const accounts = USER_BANK_INCOME.accounts.map((account) => ({ ...account, institution: institutionId }));
  const household = liveHousehold({ ...USER_BANK_INCOME, accounts }, linkedOn);
  return { login: loginAt(household, institutionId, username) };
}
