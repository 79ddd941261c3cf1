import type { Route } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { LinkProblem } from './calls';

/** Why an attempt ended, and where to go on when the bank is connected already. */
export function LinkProblemNotice({ problem, className }: { problem: LinkProblem; className?: string }) {
  return (
    <Notice
      live
      title={problem.title}
      {...(className === undefined ? {} : { className })}
      {...(problem.itemId === undefined ? {} : { action: <WaysOn problem={problem} /> })}
    >
      {problem.text}
    </Notice>
  );
}

/** Where to go on when the bank is connected already; the token that is in hand still serves where that is said. */
function WaysOn({ problem: { itemId, replace, isAnother } }: { problem: LinkProblem }) {
  if (itemId === undefined) return null;
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      <Link href={`/settings/connections/${itemId}` as Route}>Open that connection</Link>
      {replace ? (
        <button type="button" onClick={replace}>
          Replace it
        </button>
      ) : (
        <Link href={`/settings/connections/${itemId}/replace` as Route}>Replace it</Link>
      )}
      {isAnother && (
        <button type="button" onClick={isAnother}>
          It is another log-in
        </button>
      )}
    </span>
  );
}
