import type { ProductLine } from '@/lib/connections/product-lines';
import { ProgressMark } from './progress-list';

/** What a bank gives, kind by kind: each fails, waits or is not there alone (S13). */
export function ProductList({ lines }: { lines: readonly ProductLine[] }) {
  return (
    <ul>
      {lines.map(({ key, name, state, text, notes }) => (
        <li
          key={key}
          className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-t border-line py-2.5 first:border-0"
        >
          <span className="grid h-5 place-items-center">
            <ProgressMark state={state} />
          </span>
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className={state === 'not-available' ? 'text-ink-3' : undefined}>{name}</span>
            <span className="text-13 text-ink-3">{text}</span>
          </span>
          {notes.length > 0 && (
            <span className="col-start-2 text-13 text-ink-3">
              {notes.map((note) => (
                <span key={note} className="block">
                  {note}
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
