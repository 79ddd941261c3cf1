/** What a browser is told beside each page: what it may run, who may frame it, what it may keep. */
import type { APIResponse } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useApp } from '../support/browser';
import { connect, everythingIsHere } from '../support/connect';
import { PUBLIC_PAGES, pagesOf } from '../support/pages';
import { signUp, type Visitor } from '../support/sign-up';

const app = useApp();
let ann: Visitor;
let pages: string[] = [];

beforeAll(async () => {
  ann = await app.newVisitor();
  await signUp(ann);
  await connect(ann);
  await everythingIsHere(ann);
  pages = await pagesOf(ann);
});

test('each page has a policy with a nonce that was never used before, and no script without it', async () => {
  const seen = new Set<string>();
  const paths = [...PUBLIC_PAGES, ...pages];
  for (const path of [...paths, ...paths]) {
    const answer = await ann.request.get(path, { maxRedirects: 3 });
    const policy = policyOf(answer);
    const nonce = /^'nonce-([\w+/=]{22,})'/.exec(policy['script-src'] ?? '')?.[1] ?? '';
    expect([path, seen.has(nonce), nonce === '']).toEqual([path, false, false]);
    seen.add(nonce);
    expect(policy['script-src']).not.toMatch(/unsafe|\*|https?:(?!\/\/localhost)/);
    expect(policy).toMatchObject({
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
    });
    const tags = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  }
});

test('nothing behind the sign-in is kept by the browser or anything between', async () => {
  for (const path of [...pages, '/api/export/transactions.csv', '/api/export/transactions.json']) {
    const { 'cache-control': kept } = (await ann.request.get(path)).headers();
    expect([path, kept]).toEqual([path, expect.stringMatching(/private.*no-store/)]);
  }
});

test('every answer says what type it is and means it', async () => {
  for (const path of [
    ...PUBLIC_PAGES,
    ...pages,
    '/api/health',
    '/api/export/transactions.csv',
    '/icon.svg',
  ]) {
    const answer = await ann.request.get(path);
    expect([path, answer.headers()['x-content-type-options']]).toEqual([path, 'nosniff']);
    expect(answer.headers()).toMatchObject({
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(answer.headers()['x-powered-by']).toBeUndefined();
  }
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const visitor = await app.newVisitor();
  await signUp(visitor);
  const { cookies } = await visitor.request.storageState();
  const session = cookies.find(({ name }) => name.endsWith('evenkeel-session'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

function policyOf(answer: APIResponse): Record<string, string> {
  const parts = (answer.headers()['content-security-policy'] ?? '').split('; ');
  return Object.fromEntries(parts.map((part) => [part.split(' ')[0] ?? '', part.replace(/^\S+ ?/, '')]));
}
