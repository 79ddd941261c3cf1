import type { ReactNode } from 'react';

type Props = { title: string; children: ReactNode; action: ReactNode };

/** A page that cannot show what was asked for: what happened, what is safe, what to do. */
export function DeadEnd({ title, children, action }: Props) {
  return (
    <div className="mx-auto w-full max-w-xl px-4 pt-[16vh] pb-16 sm:px-6 lg:in-[#content]:mx-0 lg:in-[#content]:px-10">
      <h1 className="text-28 font-semibold">{title}</h1>
      <p className="mt-2 text-16 text-ink-2">{children}</p>
      <div className="mt-6 flex flex-wrap gap-3">{action}</div>
    </div>
  );
}
