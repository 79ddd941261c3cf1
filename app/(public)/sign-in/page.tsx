import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthPage } from '@/components/auth/auth-page';
import { SignInForm } from '@/components/auth/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  return (
    <AuthPage
      title="Sign in"
      promise="Your figures stay on this server, for you alone."
      other={
        <>
          New here?{' '}
          <Link href="/sign-up" className="link">
            Sign up
          </Link>
        </>
      }
    >
      <SignInForm next={ownPath(callbackUrl)} />
    </AuthPage>
  );
}

/** Where to go afterwards: a path of this app, never another site (no "//host", no backslash). */
function ownPath(next: string | string[] | undefined): string {
  const isOwn = typeof next === 'string' && /^\/(?![/\\])[\w\-/?=&%.]*$/.test(next);
  return isOwn ? next : '/dashboard';
}
