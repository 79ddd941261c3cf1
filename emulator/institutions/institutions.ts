/** The institutions of Plaid's Sandbox (SBX-2) and a few real ones, with colours of our own to tell them apart. */
import type { CountryCode, Products } from 'plaid';

export type EmulatedInstitution = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly color: string;
  readonly oauth: boolean;
  readonly countries: readonly `${CountryCode}`[];
  readonly products: readonly `${Products}`[];
  readonly routingNumbers: readonly string[];
  /** What Link does with it: warn, block, or refuse (LNK-14). */
  readonly health: 'healthy' | 'degraded' | 'down' | 'unsupported';
  /** The bank gives ids that survive a relink (DUP-6). */
  readonly persistentIds: boolean;
  /** One connection per log-in: whoever signs in again ends the first one (DUP-4). */
  readonly oneSession: boolean;
};

const ALL = [
  'assets',
  'auth',
  'balance',
  'cra_base_report',
  'cra_cashflow_insights',
  'cra_income_insights',
  'cra_lend_score',
  'cra_network_insights',
  'cra_partner_insights',
  'credit_details',
  'identity',
  'income',
  'income_verification',
  'investments',
  'liabilities',
  'recurring_transactions',
  'signal',
  'statements',
  'transactions',
  'transfer',
] as const;

const EUROPE = ['assets', 'auth', 'balance', 'identity', 'transactions'] as const;

export const INSTITUTIONS: readonly EmulatedInstitution[] = [
  bank('ins_109508', 'First Platypus Bank', '#1F6F8B', { routingNumbers: ['011401533', '021200339'] }),
  bank('ins_109509', 'First Gingham Credit Union', '#B23A48', { routingNumbers: ['110000000'] }),
  bank('ins_109510', 'Tattersall Federal Credit Union', '#2E6B4F'),
  bank('ins_109511', 'Tartan Bank', '#7A4B9A'),
  bank('ins_109512', 'Houndstooth Bank', '#3D3D3D', { routingNumbers: ['110000000'] }),
  bank('ins_127287', 'Platypus OAuth Bank', '#0F5C7A', { oauth: true, persistentIds: true }),
  bank('ins_132241', 'First Platypus OAuth App2App Bank', '#146356', { oauth: true }),
  bank('ins_132363', 'Unhealthy Platypus Bank - Degraded', '#8F5B12', { health: 'degraded' }),
  bank('ins_132361', 'Unhealthy Platypus Bank - Down', '#8C2F39', { health: 'down' }),
  bank('ins_133402', 'Unsupported Platypus Bank', '#6B7280', {
    health: 'unsupported',
    products: ['balance'],
  }),
  bank('ins_133502', 'Platypus Bank RUX Auth', '#34568B'),
  bank('ins_133503', 'Platypus Bank RUX Match', '#44749D'),
  bank('ins_128026', 'Capital One', '#13406B', { oauth: true }),
  bank('ins_56', 'Chase', '#1A4F9C', { oauth: true, persistentIds: true, oneSession: true }),
  bank('ins_11', 'Charles Schwab', '#2B5F7A', { oauth: true, oneSession: true }),
  bank('ins_13', 'PNC', '#8A5A1E', { oauth: true, persistentIds: true, oneSession: true }),
  bank('ins_15', 'Navy Federal Credit Union', '#1D3A63', { oauth: true, oneSession: true }),
  bank('ins_12', 'Fidelity', '#3B6B35', { oauth: true }),
  bank('ins_43', 'Tartan-Dominion Bank of Canada', '#A4262C', { countries: ['CA'] }),
  bank('ins_116834', 'Flexible Platypus Open Banking', '#5B3F8C', {
    countries: ['GB'],
    oauth: true,
    products: EUROPE,
  }),
  bank('ins_117650', 'Royal Bank of Plaid', '#27348B', {
    countries: ['GB'],
    oauth: true,
    products: [...EUROPE, 'payment_initiation'],
  }),
  bank('ins_117181', 'Flexible Platypus Open Banking', '#5B3F8C', {
    countries: ['GB', 'FR', 'ES', 'NL', 'IE', 'DE'],
    oauth: true,
    products: EUROPE,
  }),
  bank('ins_117520', 'Starling', '#3A3170', { countries: ['GB'], oauth: true, products: EUROPE }),
  bank('ins_62', 'Santander (UK) - Personal and Business', '#9B1B1B', {
    countries: ['GB'],
    oauth: true,
    products: EUROPE,
  }),
];

export function findInstitution(id: string): EmulatedInstitution | undefined {
  return INSTITUTIONS.find((institution) => institution.id === id);
}

export function supportsEvery(institution: EmulatedInstitution, products: readonly string[]): boolean {
  return products.every((product) => institution.products.some((offered) => offered === product));
}

/** Institutions whose name has words that begin with every word of the query; all of them for none. */
export function matchInstitutions(
  query: string,
  among: readonly EmulatedInstitution[],
): EmulatedInstitution[] {
  const asked = words(query);
  return among.filter(({ name }) => {
    const own = words(name);
    return asked.every((word) => own.some((candidate) => candidate.startsWith(word)));
  });
}

function bank(
  id: string,
  name: string,
  color: string,
  rest: Partial<EmulatedInstitution> = {},
): EmulatedInstitution {
  return {
    id,
    name,
    color,
    url: `https://${words(name).join('-')}.example`,
    oauth: false,
    countries: ['US'],
    products: ALL,
    routingNumbers: [],
    health: 'healthy',
    persistentIds: false,
    oneSession: false,
    ...rest,
  };
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
