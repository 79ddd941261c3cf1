import type { ReactNode } from 'react';
import { BottomBar } from './bottom-bar';
import { Sidebar } from './sidebar';

type Props = {
  /** How fresh the data is: "All 2 banks up to date". Streams in. */
  status?: ReactNode;
  /** Who is signed in. Streams in. */
  account?: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind the sign-in. */
export function Shell({ status, account, children }: Props) {
  return (
    <div className="lg:flex">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <Sidebar status={status} account={account} />
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
        {children}
      </main>
      <BottomBar status={status} account={account} />
    </div>
  );
}
