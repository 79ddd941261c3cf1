/**
 * The numbers by which money reaches an account, as Auth gives them: those of the bank's country, in the
 * Sandbox's own pattern (account 1111222233330000 is the one whose mask is 0000), or what a custom user's file says.
 */
import { findInstitution } from '../institutions/institutions';
import type { AccountNumbers, LoginAccount } from '../login';

/** What a custom user's file may say, field by field (SBX-7). */
type GivenNumbers = {
  readonly account?: string | undefined;
  readonly ach_routing?: string | undefined;
  readonly ach_wire_routing?: string | undefined;
  readonly eft_institution?: string | undefined;
  readonly eft_branch?: string | undefined;
  readonly international_bic?: string | undefined;
  readonly international_iban?: string | undefined;
  readonly bacs_sort_code?: string | undefined;
};

type Numbered = Pick<LoginAccount, 'type' | 'subtype' | 'mask'>;

const HEAD = '111122223333';
const ROUTING = '011401533';
const WIRE = '021000021';
const EFT = { institution: '021', branch: '01140' };
const UK = { bank: 'NWBK', bic: 'NWBKGB21', sortCode: '601613' };

/** Null for accounts that no transfer can reach: Auth knows checking, savings and cash management alone. */
export function accountNumbers(
  account: Numbered,
  institutionId: string,
  given: GivenNumbers = {},
): AccountNumbers | null {
  if (!isReachable(account)) return null;
  const countries = findInstitution(institutionId)?.countries ?? ['US'];
  const number = given.account ?? given.international_iban ?? `${HEAD}${account.mask ?? '0000'}`;
  const isBritish = countries.includes('GB');
  return {
    ach: countries.includes('US') || given.ach_routing ? achOf(number, institutionId, given) : null,
    eft:
      countries.includes('CA') || (given.eft_institution && given.eft_branch) ? eftOf(number, given) : null,
    international: isBritish || given.international_iban ? internationalOf(number, given) : null,
    bacs: isBritish || given.bacs_sort_code ? bacsOf(number, given) : null,
  };
}

function isReachable({ type, subtype }: Numbered): boolean {
  if (subtype === 'cash management') return type === 'depository' || type === 'investment';
  return type === 'depository' && (subtype === 'checking' || subtype === 'savings');
}

/** Every bank of the Sandbox shares one routing number, save where it has one that it is found by. */
function achOf(account: string, institutionId: string, given: GivenNumbers) {
  const routing = given.ach_routing ?? findInstitution(institutionId)?.routingNumbers[0] ?? ROUTING;
  const wire_routing = given.ach_wire_routing ?? WIRE;
  return { account, routing, wire_routing, can_transfer_in: true, can_transfer_out: true };
}

function eftOf(account: string, { eft_institution, eft_branch }: GivenNumbers) {
  const { institution, branch } = EFT;
  return { account, institution: eft_institution ?? institution, branch: eft_branch ?? branch };
}

function bacsOf(account: string, { bacs_sort_code = UK.sortCode }: GivenNumbers) {
  return { account: account.slice(-8), sort_code: bacs_sort_code };
}

function internationalOf(account: string, given: GivenNumbers) {
  const { bank, bic, sortCode } = UK;
  const rest = `${bank}${given.bacs_sort_code ?? sortCode}${account.slice(-8)}`;
  return {
    iban: given.international_iban ?? `GB${checkDigits('GB', rest)}${rest}`,
    bic: given.international_bic ?? bic,
  };
}

/** The two digits that make an IBAN leave 1 when divided by 97 (ISO 13616). */
function checkDigits(country: string, rest: string): string {
  const digits = `${rest}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const remainder = Array.from(digits).reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
  return String(98 - remainder).padStart(2, '0');
}
