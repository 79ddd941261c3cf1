import { Initials } from '@/components/ui/initials';
import { SignOutButton } from './sign-out-button';
import { ThemeChoice } from './theme-choice';

type Props = { name: string | null; email: string };

/** Who is signed in, the theme, and the way out. Opens on its own line, so nothing is covered. */
export function UserMenu({ name, email }: Props) {
  const shown = name ?? email;
  return (
    <details className="group">
      <summary className="touch-target flex h-10 list-none items-center gap-2.5 rounded-lg px-3 hover:bg-hover">
        <Initials name={shown} className="size-6 text-12" />
        <span className="truncate text-13 text-ink-2">{shown}</span>
      </summary>
      <div className="mt-2 grid gap-2 px-3">
        {name !== null && <p className="truncate text-12 text-ink-3">{email}</p>}
        <ThemeChoice />
        <SignOutButton />
      </div>
    </details>
  );
}
