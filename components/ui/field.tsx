import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';

const CONTROL =
  'w-full rounded-lg bg-raised text-ink shadow-[inset_0_0_0_1px_var(--color-line-strong)] ' +
  'placeholder:text-ink-3 hover:shadow-[inset_0_0_0_1px_var(--color-ink-3)] disabled:opacity-55 ' +
  'aria-invalid:shadow-[inset_0_0_0_1.5px_var(--color-danger)] focus-visible:outline-offset-0';

/** Sizes: 36 px with a mouse, 44 px and 16 px text on touch (smaller text makes a phone zoom in). */
const SIZE = 'h-9 px-3 text-14 pointer-coarse:h-11 pointer-coarse:text-16';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(CONTROL, SIZE, className)} />;
}

/** The platform's own select: it works by keyboard, on phones and with long lists. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select {...rest} className={cn(CONTROL, SIZE, 'appearance-none pr-8', className)}>
        {children}
      </select>
      <svg
        aria-hidden
        viewBox="0 0 12 12"
        className="pointer-events-none absolute top-1/2 right-3 size-3 -translate-y-1/2"
      >
        <path d="m2.5 4.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </span>
  );
}

/** What a control inside a `Field` must carry to be named, described and marked by it. */
export type FieldControl = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** A sentence that says what to do; shown in place, and read with the control. */
  error?: string | undefined;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, control, hint and error, tied together: `<Field label="E-mail">{(c) => <Input {...c} />}</Field>`. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  const describedBy = described.filter(Boolean).join(' ');
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-13 font-medium text-ink">
        {label}
      </label>
      {children({
        id,
        ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-13 text-ink-3">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-13 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
