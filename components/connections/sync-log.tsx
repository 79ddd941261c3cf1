import { ChevronDown } from 'lucide-react';
import type { LogEntry, LogLine } from '@/lib/connections/sync-log';
import { SupportDetails } from './support-details';

/** What each look at the bank came to, newest first; those that brought nothing are folded together. */
export function SyncLog({ lines }: { lines: readonly LogLine[] }) {
  return (
    <ol>
      {lines.map((line) => (
        <li
          key={line.kind === 'run' ? line.entry.id : line.entries[0]?.id}
          className="border-t border-line py-3 first:border-0"
        >
          {line.kind === 'run' ? (
            <Entry entry={line.entry} />
          ) : (
            <Quiet title={line.title} entries={line.entries} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: LogEntry }) {
  const { when, at, title, took, came, troubles, remark, support } = entry;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-14 font-medium">{title}</span>
        <span className="text-13 text-ink-3 tabular-nums">
          <time dateTime={at.toISOString()}>{when}</time>
          {took !== null && `, took ${took}`}
        </span>
      </p>
      {came.length > 0 && (
        <ul className="grid gap-0.5 text-13 text-ink-2 tabular-nums">
          {came.map(({ name, text }) => (
            <li key={name}>
              {name}: {text}
            </li>
          ))}
        </ul>
      )}
      {troubles.map((sentence) => (
        <p key={sentence} className="text-13 text-attention">
          {sentence}
        </p>
      ))}
      {remark !== null && <p className="text-13 text-ink-2">{remark}</p>}
      {came.length === 0 && troubles.length === 0 && remark === null && (
        <p className="text-13 text-ink-3">Nothing new.</p>
      )}
      <SupportDetails text={support} />
    </div>
  );
}

function Quiet({ title, entries }: { title: string; entries: readonly LogEntry[] }) {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  return (
    <details className="group">
      <summary className="touch-target -mx-2 flex list-none flex-wrap items-baseline justify-between gap-x-4 rounded-lg px-2 hover:bg-hover">
        <span className="flex items-center gap-1.5 text-14 text-ink-2">
          {title}
          <ChevronDown
            aria-hidden
            className="size-4 text-ink-3 transition-transform group-open:rotate-180 motion-reduce:transition-none"
          />
        </span>
        <span className="text-13 text-ink-3 tabular-nums">
          {oldest === newest ? newest?.when : `${oldest?.when} to ${newest?.when}`}
        </span>
      </summary>
      <ol className="mt-2 ml-2 border-l border-line pl-4">
        {entries.map((entry) => (
          <li key={entry.id} className="py-2">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </details>
  );
}
