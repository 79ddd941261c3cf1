import type { ReactNode } from 'react';

type Props = {
  /** What is not here yet: "No recurring payments yet". */
  title: string;
  /** What will be here, in a sentence. */
  children: ReactNode;
  /** The one next step. */
  action?: ReactNode;
};

/** What a section says before it has anything to show. On the left edge, like what will replace it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="max-w-md py-8">
      <h2 className="text-16 font-semibold">{title}</h2>
      <p className="mt-1 text-14 text-ink-2">{children}</p>
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
