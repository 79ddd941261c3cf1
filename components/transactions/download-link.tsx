/** A plain link: the answer is a file, so it is no page to go to. */
export function DownloadLink({ query }: { query: string }) {
  return (
    <a
      href={`/api/export/transactions.csv${query === '' ? '' : `?${query}`}`}
      download
      className="touch-target -mr-3 inline-flex h-8 items-center rounded-lg px-3 font-medium text-ink-2 hover:bg-hover hover:text-ink"
    >
      Export as CSV
    </a>
  );
}
