import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from 'playwright-core';

/** A page, or someone without a browser: what matters is that the cookies are kept. */
export type Visitor = { readonly request: APIRequestContext };

export type Person = { name: string; email: string; password: string };

/** Ann, with an address and a password that nobody used before. */
export function aPerson(name = 'Ann'): Person {
  const word = randomBytes(6).toString('hex');
  return { name, email: `${name.toLowerCase()}-${word}@example.com`, password: `calm-harbour-${word}` };
}

/** Signs a new person up and in by HTTP, for journeys that begin behind the door. A page stays where it is. */
export async function signUp(visitor: Visitor, person: Person = aPerson()): Promise<Person> {
  const answer = await visitor.request.post('/api/sign-up', { data: person });
  if (answer.status() !== 201) throw new Error(`Sign-up answered ${answer.status()}: ${await answer.text()}`);
  await signIn(visitor, person);
  return person;
}

/** Signs a known person in by HTTP; the cookies are the visitor's. */
export async function signIn(visitor: Visitor, { email, password }: Person): Promise<void> {
  const { csrfToken } = await (await visitor.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password, json: 'true' };
  const answer = await visitor.request.post('/api/auth/callback/credentials', { form });
  if (!answer.ok()) throw new Error(`Sign-in answered ${answer.status()}: ${await answer.text()}`);
}
