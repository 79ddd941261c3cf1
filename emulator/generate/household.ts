/** Lives a persona's days one after another and hands back the logins of its banks. */
import { addDays, type Day } from '@/lib/core/day';
import type { Login, LoginAccount } from '../login';
import type { Persona, PersonaAccount } from '../personas/persona';
import { bankAccount, ownerOf, persistentIdFor } from './account';
import { accountNumbers } from './account-numbers';
import { advances, helpers } from './advances';
import { bills } from './bills';
import { openBook } from './book';
import { brokerageAccount } from './brokerage-account';
import { spanAround } from './calendar';
import { cardLiability } from './card-liability';
import { type CardRecord, cards } from './cards';
import { habits } from './habits';
import { cents, type Life, type Strand } from './life';
import { loanAccount } from './loan-account';
import { type LoanPlan, loans, planLoan } from './loans';
import { overdraftFees } from './overdraft';
import { paychecks } from './paychecks';
import { planPortfolio, type PortfolioRecord } from './portfolio-record';
import { portfolios } from './portfolios';
import { savingsInterest } from './savings-interest';
import { securitiesIn } from './securities';
import { transfers } from './transfers';
import { trips } from './trips';

export type Household = {
  readonly life: Life;
  readonly cards: ReadonlyMap<string, CardRecord>;
  readonly loans: readonly LoanPlan[];
  readonly portfolios: readonly PortfolioRecord[];
};

/** `lastStrand` is lived at the end of each day, for lives that must reach a given figure. */
export function liveHousehold(
  persona: Persona,
  linkedOn: Day,
  lastStrand?: (life: Life, records: Map<string, CardRecord>) => Strand,
): Household {
  const life: Life = { persona, span: spanAround(linkedOn), book: openBook() };
  const records = new Map<string, CardRecord>();
  const plans = persona.loans.map((loan) => planLoan(loan, life.span));
  const brokers = persona.portfolios.map((portfolio) => planPortfolio(portfolio, life));
  const strands = [
    ...[paychecks, bills, habits, trips, savingsInterest].map((strand) => strand(life)),
    loans(life, plans),
    portfolios(life, brokers),
    cards(life, records),
    ...[advances, transfers, helpers, overdraftFees].map((strand) => strand(life)),
    ...(lastStrand ? [lastStrand(life, records)] : []),
  ];
  for (let today = life.span.start; today <= life.span.end; today = addDays(today, 1)) {
    life.book.turnTo(today);
    for (const live of strands) live(today);
  }
  return { life, cards: records, loans: plans, portfolios: brokers };
}

/** What one bank knows of the household. */
export function loginAt(household: Household, institutionId: string, username: string): Login {
  const accounts = household.life.persona.accounts
    .filter(({ institution }) => institution === institutionId)
    .map((account) => ({
      ...accountOf(household, account),
      numbers: accountNumbers(account, institutionId),
      persistentId:
        account.type === 'depository' ? persistentIdFor(institutionId, username, account.key) : null,
    }));
  const held = household.portfolios.filter(({ portfolio }) =>
    accounts.some(({ key }) => key === portfolio.account),
  );
  return { accounts, securitiesOn: (day) => securitiesIn(held, day) };
}

function accountOf(household: Household, account: PersonaAccount): LoginAccount {
  const { persona, book } = household.life;
  const owners = [ownerOf(persona.names, persona.emails, persona.phones, addressOf(persona))];
  const facts = { ...account, owners, limit: account.limit ?? null };
  const movements = book.movementsOf(account.key);
  const plan = household.loans.find(({ loan }) => loan.account === account.key);
  if (plan) return loanAccount(facts, plan, persona, movements);
  const broker = household.portfolios.find(({ portfolio }) => portfolio.account === account.key);
  if (broker) return brokerageAccount(facts, broker);
  return bankAccount(facts, {
    movements,
    opening: cents(account.opening),
    ...liabilityOf(household, account.key),
  });
}

function liabilityOf({ life, cards: records }: Household, key: string) {
  const card = life.persona.cards.find(({ account }) => account === key);
  const record = records.get(key);
  return card && record ? { liabilityOn: cardLiability(card, record) } : {};
}

function addressOf({ street, city }: Persona) {
  const { city: name, region, postalCode, country } = city;
  return { street, city: name, region, postal_code: postalCode, country };
}
