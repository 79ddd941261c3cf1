/** What is a security called? Banks name cash after its currency, and no two of them spell it alike (INV-2). */

const CASH = /^CUR:([A-Z]{3})$/;
const currencies = new Intl.DisplayNames('en-US', { type: 'currency' });

/** Cash by the plain name of its currency, everything else as the bank names it; null where there is no name. */
export function securityName({ name, ticker }: { name: string | null; ticker: string | null }) {
  const code = CASH.exec(ticker ?? '')?.[1];
  return code === undefined ? (name ?? ticker) : (currencies.of(code) ?? name);
}
