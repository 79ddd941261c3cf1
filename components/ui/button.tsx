import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type Look = { variant?: 'primary' | 'secondary' | 'quiet' | 'danger'; size?: 'sm' | 'md' | 'lg' };

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap touch-target ' +
  'transition-colors select-none disabled:opacity-55 disabled:pointer-events-none aria-busy:pointer-events-none';

const VARIANTS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong',
  secondary: 'bg-raised text-ink shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover active:bg-sunken',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken',
  danger: 'bg-raised text-danger shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-danger-soft',
};

/** A thin line that breathes under the label: the label itself stays readable. */
const BUSY =
  'relative after:absolute after:inset-x-4 after:bottom-1 after:h-0.5 after:animate-pulse after:rounded-full after:bg-current';

const SIZES = {
  sm: 'h-8 px-3 text-13',
  md: 'h-9 px-4 text-14',
  lg: 'h-11 px-5 text-16',
};

function look({ variant = 'secondary', size = 'md' }: Look): string {
  return cn(BASE, VARIANTS[variant], SIZES[size]);
}

type ButtonProps = ComponentProps<'button'> & Look & { busy?: boolean };

/** A button; `busy` keeps its width and place, says so to screen readers, and takes no second click. */
export function Button({ variant, size, busy = false, className, type = 'button', ...rest }: ButtonProps) {
  const given = { ...(variant ? { variant } : {}), ...(size ? { size } : {}) };
  return (
    <button
      {...rest}
      // The caller's `type` is one of the three literals by its type.
      // oxlint-disable-next-line react/button-has-type
      type={type}
      aria-busy={busy || undefined}
      className={cn(look(given), busy && BUSY, className)}
    />
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  const given = { ...(variant ? { variant } : {}), ...(size ? { size } : {}) };
  return <Link {...rest} className={cn(look(given), className)} />;
}
