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
      {...(problem.itemId === undefined
        ? {}
        : {
            action: (
              <span className="inline-flex flex-wrap gap-x-4">
                <Link href={`/settings/connections/${problem.itemId}` as Route}>Open that connection</Link>
                <Link href={`/settings/connections/${problem.itemId}/replace` as Route}>Replace it</Link>
                {problem.isAnother && (
                  <button type="button" onClick={problem.isAnother}>
                    It is another log-in
                  </button>
                )}
              </span>
            ),
          })}
    >
      {problem.text}
    </Notice>
  );
}
