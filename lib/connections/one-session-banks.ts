/**
 * Banks that keep one connection per log-in: whoever signs in there again has ended the first connection by the
 * time Link closes, so that refusing the second as a duplicate would leave none (DUP-4). Chase and Schwab are named
 * by Plaid's pages on duplicate Items and on OAuth, PNC and Navy Federal by newer ones; ids of PNC and Chase stand
 * with `persistent_account_id` in the official client as well. One bank may have several ids (INS-4), hence names.
 */
const ONE_SESSION_BANKS: readonly { id: string; name: string }[] = [
  { id: 'ins_56', name: 'Chase' },
  { id: 'ins_11', name: 'Charles Schwab' },
  { id: 'ins_13', name: 'PNC' },
  { id: 'ins_15', name: 'Navy Federal Credit Union' },
];

/** Whether a second log-in ends the first connection there. Either fact may be missing. */
export function endsEarlierLogIns(bank: { id: string | null; name: string | null }): boolean {
  return ONE_SESSION_BANKS.some(({ id, name }) => id === bank.id || name === bank.name);
}
