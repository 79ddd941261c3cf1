import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const params = await context.params;
  const answer: Response = await NextAuth(authOptions())(request, { params });
  const isSignOut = request.method === 'POST' && params.nextauth[0] === 'signout';
  // What the browser kept of the pages goes too, for whoever presses "back" on a shared machine (T18).
  if (isSignOut) answer.headers.set('clear-site-data', '"cache", "storage"');
  return answer;
}

export { handler as GET, handler as POST };
