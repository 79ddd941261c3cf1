import { createUser } from '@/db/queries/system';
import { addressOf, maySignUp } from '@/lib/attempts';
import { AppError } from '@/lib/core/errors';
import { readJson, route } from '@/lib/http';
import { hashPassword } from '@/lib/passwords';
import { localeFrom } from '@/lib/users/locale';
import { signUp } from '@/lib/users/schema';

/** Makes an account. The person then signs in by `/api/auth`. */
export const POST = route(async (request) => {
  const { email, password, name, timeZone } = await readJson(request, signUp);
  if (!(await maySignUp(addressOf(request.headers.get('x-forwarded-for')))))
    throw new AppError('rate-limited', 'Too many tries. Wait a few minutes.');
  const locale = localeFrom(request.headers.get('accept-language'));
  const userId = await createUser({
    email,
    passwordHash: await hashPassword(password),
    name: name ?? null,
    ...(timeZone ? { timeZone } : {}),
    ...(locale ? { locale } : {}),
  });
  if (!userId) {
    throw new AppError('conflict', 'There is already an account with this address. Sign in instead.', {
      fields: { email: 'This address already has an account.' },
    });
  }
  return Response.json({ ok: true }, { status: 201 });
});
