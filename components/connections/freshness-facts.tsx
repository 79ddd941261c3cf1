export type Fact = { name: string; value: string; note?: string };

/** How fresh a connection is and when it looks again, each in a line with its label (ITM-3). */
export function FreshnessFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(({ name, value, note }) => (
        <div
          key={name}
          className="grid gap-x-4 border-t border-line py-2 first:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-13 text-ink-3 sm:text-14">{name}</dt>
          <dd>
            {value}
            {note !== undefined && <span className="block text-13 text-ink-3">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
