/** Signing in from the browser, and what a person reads when it does not work. */

export const AUTH_SENTENCES = {
  'wrong-password': {
    title: 'That e-mail and password do not match.',
    children: 'Check both and try again. After ten tries, wait fifteen minutes.',
  },
  unreachable: {
    title: 'We could not reach the server.',
    children: 'Nothing was changed. Check your connection and try again.',
  },
};

export type SignInResult = 'signed-in' | keyof typeof AUTH_SENTENCES;

/** Asks next-auth's credentials provider; never throws. */
export async function signInWith(email: string, password: string): Promise<SignInResult> {
  try {
    const { signIn } = await import('next-auth/react');
    const answer = await signIn('credentials', { redirect: false, email, password });
    if (answer?.ok) return 'signed-in';
    return answer?.error === 'CredentialsSignin' ? 'wrong-password' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
