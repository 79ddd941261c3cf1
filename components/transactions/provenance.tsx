import { ChevronDown } from 'lucide-react';
import type { FormAction } from '@/components/ui/form-action';
import type { ProvenanceLine } from '@/lib/transactions/provenance';
import { NameForm } from './name-form';
import { OfferForm } from './offer-form';

type Props = {
  transactionId: string;
  lines: readonly ProvenanceLine[];
  /** What the bank calls it, and what the person does. */
  bankName: string;
  ownName: string | null;
  changeName: FormAction;
  changeCategory: FormAction;
};

/** Where each value comes from and what it was before; folded, since one rarely asks. */
export function Provenance({ transactionId, lines, bankName, ownName, changeName, changeCategory }: Props) {
  return (
    <details className="group mt-6 border-t border-line pt-4 text-13">
      <summary className="touch-target -mx-2 flex list-none items-center gap-1.5 rounded-lg px-2 py-1 font-medium text-ink-2 hover:bg-hover hover:text-ink">
        Where this comes from
        <ChevronDown
          aria-hidden
          className="size-4 text-ink-3 transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      <dl className="mt-2 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3">
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            transactionId={transactionId}
            action={line.offer?.field === 'category' ? changeCategory : changeName}
          />
        ))}
      </dl>
      <NameForm transactionId={transactionId} bankName={bankName} ownName={ownName} action={changeName} />
    </details>
  );
}

type LineProps = { line: ProvenanceLine; transactionId: string; action: FormAction };

function Line({ line, transactionId, action }: LineProps) {
  const { name, value, source, remark, earlier, offer } = line;
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0 wrap-anywhere tabular-nums">{value}</span>
          <span className="text-12 text-ink-3">{source}</span>
        </span>
        {remark !== null && <span className="mt-0.5 block text-12 wrap-anywhere text-ink-2">{remark}</span>}
        {offer !== null && <OfferForm transactionId={transactionId} offer={offer} action={action} />}
        {earlier.length > 0 && (
          <ul
            aria-label={`${name}, earlier`}
            className="mt-0.5 text-12 wrap-anywhere text-ink-3 tabular-nums"
          >
            {earlier.map((text, index) => (
              // Two changes may read the same; their order does not change.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{text}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
