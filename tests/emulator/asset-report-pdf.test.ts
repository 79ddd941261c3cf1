/** The PDF of an Asset Report (AST-8). */
import { AssetReportAddOns } from 'plaid';
import { describe, expect, it } from 'vitest';
import { amountText } from '@/emulator/pdf/amount-text';
import { winAnsi } from '@/emulator/pdf/win-ansi';
import { linked, ordered, read } from '../support/asset-bank';
import { printedIn, unspaced } from '../support/pdf-text';

describe('the PDF', () => {
  it('says everything that the JSON says', async () => {
    const there = await linked();
    const user = { first_name: 'Zoë', last_name: 'Núñez', email: 'zoe@example.com' };
    const token = await ordered(there, {
      options: { user, client_report_id: 'loan €7', add_ons: [AssetReportAddOns.Investments] },
    });
    const { report } = await read(there, token);
    const response = await there.plaid.assetReportPdfGet(
      { asset_report_token: token },
      { responseType: 'arraybuffer' },
    );
    expect(response.headers).toMatchObject({ 'content-type': 'application/pdf' });
    expect(response.headers['plaid-request-id']).toMatch(/^\w{15}$/);
    const text = await printedIn(new Uint8Array(response.data));
    const said = (words: string | null | undefined) => expect(text).toContain(unspaced(winAnsi(words ?? '')));
    [
      report.asset_report_id,
      report.client_report_id,
      report.date_generated,
      'Zoë Núñez',
      'zoe@example.com',
    ].forEach(said);
    for (const { institution_name, item_id, accounts } of report.items) {
      [institution_name, item_id].forEach(said);
      for (const account of accounts) {
        [account.account_id, account.name, account.official_name, account.mask].forEach(said);
        const { current, available, iso_currency_code } = account.balances;
        said(`Current balance ${amountText(current, iso_currency_code)}`);
        said(`Available balance ${amountText(available, iso_currency_code)}`);
        account.owners.flatMap(({ names }) => names).forEach(said);
        for (const balance of account.historical_balances) {
          said(`${balance.date} ${amountText(balance.current, balance.iso_currency_code)}`);
        }
        for (const row of account.transactions) {
          const state = row.pending ? 'Pending' : 'Posted';
          said(
            `${row.date} ${row.original_description} ${state} ${amountText(row.amount, row.iso_currency_code)}`,
          );
        }
        for (const { institution_value, iso_currency_code: code } of account.investments?.holdings ?? []) {
          said(amountText(institution_value, code));
        }
      }
    }
    const again = await there.plaid.assetReportPdfGet(
      { asset_report_token: token },
      { responseType: 'arraybuffer' },
    );
    expect(Buffer.compare(again.data, response.data)).toBe(0);
  });
});
