/** What is read and why, said before a bank is connected (LNK-13, SEC-5). */
export function BeforeLink() {
  return (
    <div className="max-w-[68ch] text-14 text-ink-2">
      <p>
        Evenkeel connects to banks through Plaid, so that your accounts, transactions, loans and investments
        come in by themselves. You sign in with your bank inside Plaid’s window: Evenkeel never sees your user
        name or password, can read but not move money, and reads only the accounts you tick. You can remove a
        connection at any time, and its data with it.
      </p>
      <p className="mt-2">
        <a
          className="link"
          href="https://plaid.com/legal/#end-user-privacy-policy"
          rel="noreferrer"
          target="_blank"
        >
          How Plaid treats your data
        </a>
      </p>
    </div>
  );
}
