'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useTransition } from 'react';
import { cn } from '@/components/ui/cn';

type Props = { children: ReactNode; className?: string };

/** A GET form that goes at once when a choice is made, and leaves what is empty out of the address. */
export function FilterForm({ children, className }: Props) {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();

  function go(form: HTMLFormElement) {
    const given = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
    );
    const query = new URLSearchParams(given).toString();
    startGoing(() => router.push(query === '' ? '/transactions' : `/transactions?${query}`));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    go(event.currentTarget);
  }

  function change(event: FormEvent<HTMLFormElement>) {
    if (event.target instanceof HTMLSelectElement) go(event.currentTarget);
  }

  return (
    <form
      action="/transactions"
      role="search"
      aria-label="Filter transactions"
      aria-busy={isGoing || undefined}
      className={cn(className, isGoing && 'opacity-70')}
      onSubmit={submit}
      onChange={change}
    >
      {children}
    </form>
  );
}
