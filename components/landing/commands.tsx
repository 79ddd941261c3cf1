/** The two commands that bring it home. */
export function Commands() {
  return (
    <section className="mt-12 max-w-[68ch] text-16">
      <h2 className="text-16 font-semibold">Have it on your own machine</h2>
      <p className="mt-1 text-ink-2">
        With Node installed and nothing else, in a clone of the source. The second command brings a database,
        two years of an invented household, and the address to open.
      </p>
      <pre className="mt-3 overflow-x-auto rounded-lg bg-sunken px-4 py-3 font-mono text-14 leading-7 text-ink">
        <code>{'cd evenkeel\nnpm run demo'}</code>
      </pre>
    </section>
  );
}
