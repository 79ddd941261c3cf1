import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/layout/logo';

type Props = {
  title: string;
  /** One line on what happens to one's data. */
  promise: string;
  children: ReactNode;
  /** The other door: "New here? Sign up". */
  other: ReactNode;
};

/** One column, one group of fields, one button. */
export function AuthPage({ title, promise, children, other }: Props) {
  return (
    <main className="mx-auto flex min-h-dvh w-full flex-col px-4 pt-8 pb-12 sm:max-w-sm sm:pt-[14vh]">
      <Link href="/" className="self-start rounded-md py-1" aria-label="Evenkeel, front page">
        <Logo />
      </Link>
      <h1 className="mt-10 text-28 font-semibold">{title}</h1>
      <p className="mt-2 text-14 text-ink-2">{promise}</p>
      <div className="mt-8">{children}</div>
      <p className="mt-6 text-14 text-ink-2">{other}</p>
    </main>
  );
}
