/** The investment side of an account in an Asset Report with that add-on (AST-3). */
import type { AssetReportInvestments } from 'plaid';
import type { Day } from '@/lib/core/day';
import { securitiesNamedIn } from '../accounts/accounts';
import type { ItemDocument } from '../documents';
import { accountIdOf, investmentTransactionIdOf } from '../ids';
import type { LoginAccount } from '../login';
import type { World } from '../world';

export function assetInvestments(
  world: World,
  item: ItemDocument,
  account: LoginAccount,
  since: Day,
): AssetReportInvestments {
  const account_id = accountIdOf(item.itemId, account.key);
  const held = account.holdingsOn(world.today);
  const traded = account.investmentTransactions.filter(({ date }) => date >= since && date <= world.today);
  const securities = securitiesNamedIn(world, item, [...held, ...traded]);
  const tickers = new Map(securities.map(({ security_id, ticker_symbol }) => [security_id, ticker_symbol]));
  return {
    holdings: held.map((holding) => ({
      account_id,
      security_id: holding.security_id,
      ticker_symbol: tickers.get(holding.security_id) ?? null,
      institution_price: holding.institution_price,
      institution_price_as_of: holding.institution_price_as_of ?? null,
      institution_value: holding.institution_value,
      cost_basis: holding.cost_basis,
      quantity: holding.quantity,
      iso_currency_code: holding.iso_currency_code,
      unofficial_currency_code: holding.unofficial_currency_code,
    })),
    securities: securities.map(({ security_id, name, ticker_symbol, type }) => ({
      security_id,
      name,
      ticker_symbol,
      type,
    })),
    transactions: traded.map((trade) => ({
      investment_transaction_id: investmentTransactionIdOf(item.itemId, account.key, trade.key),
      account_id,
      security_id: trade.security_id,
      date: trade.date,
      name: trade.name,
      quantity: trade.quantity,
      vested_quantity: 0,
      vested_value: 0,
      amount: trade.amount,
      price: trade.price,
      fees: trade.fees,
      type: trade.type,
      subtype: trade.subtype,
      iso_currency_code: trade.iso_currency_code,
      unofficial_currency_code: trade.unofficial_currency_code,
    })),
  };
}
