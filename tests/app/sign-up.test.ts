import { describe, expect, test } from 'vitest';
import { POST } from '@/app/api/sign-up/route';
import { findCredentials } from '@/db/queries/system';
import { isPassword } from '@/lib/passwords';

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return POST(
    new Request('http://localhost:3000/api/sign-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost:3000', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

const password = 'correct horse battery';

describe('sign-up', () => {
  test('makes an account whose address is normalised and whose password is hashed', async () => {
    expect((await post({ email: ' Ann@Example.COM ', password })).status).toBe(201);
    const found = await findCredentials('ann@example.com');
    expect(found?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(found?.passwordHash ?? null, password)).toBe(true);
    expect(await isPassword(found?.passwordHash ?? null, 'another')).toBe(false);
    expect(await isPassword(null, 'nobody has this password')).toBe(false);
  });

  test('refuses a second account with the same address', async () => {
    await post({ email: 'bob@example.com', password });
    const again = await post({ email: 'BOB@example.com', password });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({
      error: { code: 'conflict', fields: { email: expect.any(String) } },
    });
  });

  test('names the field that is wrong and makes nothing', async () => {
    const bad = [
      [{ email: 'nobody', password }, 'email'],
      [{ email: 'a@example.com, b@example.com', password }, 'email'],
      [{ email: 'ѕam@example.com', password }, 'email'],
      [{ email: 'sam@example.com', password: 'short' }, 'password'],
      [{ email: 'sam@example.com' }, 'password'],
      [{ email: 'sam@example.com', password, admin: true }, 'body'],
    ] as const;
    for (const [body, field] of bad) {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { fields: { [field]: expect.any(String) } } });
    }
    expect(await findCredentials('sam@example.com')).toBeNull();
  });

  test('refuses what is not JSON, is too large, or comes from another site', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post({ email: 'x@example.com', password: 'p'.repeat(70_000) })).status).toBe(413);
    expect((await post({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({}, { origin: 'null' })).status).toBe(403);
    expect((await post({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

test('the zero character, which no database takes, is a bad body', async () => {
  expect((await post({ email: 'cy@example.com', password, name: 'C\0y' })).status).toBe(400);
});
