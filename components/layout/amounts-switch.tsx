import { Eye, EyeOff } from 'lucide-react';

type Props = { isHidden: boolean; action: (form: FormData) => Promise<void> };

/**
 * Hides every amount at once, for a screen that others can see. A plain form, so it works before any script has
 * come; the page that comes back has no amounts in it, and says so.
 */
export function AmountsSwitch({ isHidden, action }: Props) {
  const Icon = isHidden ? EyeOff : Eye;
  return (
    <form action={action}>
      <input type="hidden" name="hidden" value={isHidden ? 'off' : 'on'} />
      <button
        type="submit"
        role="switch"
        aria-checked={isHidden}
        className="touch-target flex h-9 w-full items-center gap-2.5 rounded-lg px-3 text-13 text-ink-2 hover:bg-hover hover:text-ink aria-checked:bg-sunken aria-checked:text-ink"
      >
        <Icon aria-hidden className="mx-1 size-4" strokeWidth={1.75} />
        Hide amounts
        {isHidden && (
          <span aria-hidden className="ml-auto text-12">
            on
          </span>
        )}
      </button>
      <p role="status" className="sr-only">
        {isHidden && 'Amounts are hidden.'}
      </p>
    </form>
  );
}
