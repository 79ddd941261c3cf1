import Link from 'next/link';
import { Logo } from '@/components/layout/logo';
import { Button, LinkButton } from '@/components/ui/button';
import { Commands } from './commands';
import { Picture } from './picture';

type Props = { tryDemo: () => Promise<void> };

/** The front page: what it is, how it looks, two ways in, and how to have it at home. */
export function Landing({ tryDemo }: Props) {
  return (
    <div className="mx-auto w-full max-w-[75rem] px-4 sm:px-6 lg:px-8">
      <header className="flex h-16 items-center justify-between lg:h-20">
        <Logo />
        <Link href="/sign-in" className="link touch-target -mr-2 inline-flex items-center px-2">
          Sign in
        </Link>
      </header>
      <main>
        <h1 className="mt-10 max-w-[17ch] text-40 font-semibold text-balance lg:mt-16 lg:text-56">
          Every account, one calm place, exact to the cent.
        </h1>
        <div className="mt-8 flex flex-wrap items-center gap-3">
          <form action={tryDemo}>
            <Button type="submit" variant="primary" size="lg">
              Try the demo
            </Button>
          </form>
          <LinkButton href="/sign-up" size="lg">
            Sign up
          </LinkButton>
          <p className="w-full text-13 text-ink-3 sm:w-auto sm:pl-2">
            The demo is an invented household. No e-mail, no key.
          </p>
        </div>
        <Picture />
        <Paragraphs />
        <Commands />
      </main>
      <footer className="mt-16 border-t border-line py-8 text-13 text-ink-3">
        Evenkeel is free software under the MIT licence.
      </footer>
    </div>
  );
}

function Paragraphs() {
  return (
    <div className="mt-14 grid max-w-[68ch] gap-5 text-16 text-ink-2 lg:mt-20">
      <p>
        <strong className="font-semibold text-ink">Exact.</strong> Amounts are whole cents from the bank to
        the screen. A refund nets the purchase, a card payment is not spending, and what is an estimate says
        so. Every figure leads to the rows behind it.
      </p>
      <p>
        <strong className="font-semibold text-ink">Private.</strong> You sign in to your bank at your bank,
        through Plaid; the password never passes here. What lets us read your accounts is kept encrypted.
        There is no tracking and no advertising.
      </p>
      <p>
        <strong className="font-semibold text-ink">Yours.</strong> Run it on your own machine or your own
        server, take all your transactions with you as a file, and disconnect a bank whenever you like.
      </p>
    </div>
  );
}
