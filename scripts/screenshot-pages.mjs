/** What is on the pictures: for each name an address, or the steps that lead a page there. */

/** For everybody. */
export const open = {
  landing: '/',
  'sign-in': '/sign-in',
  'sign-in-wrong': async (page) => {
    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').fill('ann@example.com');
    await page.getByLabel('Password').fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  },
  'sign-up': '/sign-up',
};

/** For a person who is signed in, with much, little or nothing to show. */
export const signedIn = {
  dashboard: '/dashboard',
  transactions: '/transactions',
  budgets: '/budgets',
  recurring: '/recurring',
  'net-worth': '/net-worth',
  accounts: '/accounts',
  investments: '/investments',
  debts: '/debts',
  connections: '/settings/connections',
  profile: '/settings/profile',
  display: '/settings/display',
  oauth: '/oauth',
  'not-found': '/accounts/nothing-here',
};

/** States of pages that have something to show. */
export const states = {
  'transactions-open': (page) => firstLink(page, '/transactions', 'a[href*="open="]'),
  'transactions-filtered': '/transactions?q=a&category=groceries',
  'transactions-none': '/transactions?q=nothing-of-this-name',
  account: (page) => firstLink(page, '/accounts', 'main a[href^="/accounts/"]'),
  'account-last': (page) => firstLink(page, '/accounts', 'main a[href^="/accounts/"] >> nth=-1'),
  'budgets-earlier': (page) => page.goto(`/budgets/${monthsAgo(2)}`, { waitUntil: 'networkidle' }),
  'debts-open': async (page) => {
    await page.goto('/debts', { waitUntil: 'networkidle' });
    await page.locator('main summary').first().click();
  },
  connection: (page) => firstLink(page, '/settings/connections', 'main a[href^="/settings/connections/"]'),
};

/** A bank that asks to sign in again, a balance of nothing, one below it, and a name without end. */
export const extremes = {
  'account-zero': (page) => firstLink(page, '/accounts', 'main a:has-text("Rainy day")'),
  'account-negative': (page) => firstLink(page, '/accounts', 'main a:has-text("Overdrawn")'),
  'account-long': (page) => firstLink(page, '/accounts', 'main a:has-text("Family Household")'),
  'connection-repair': (page) =>
    firstLink(page, '/settings/connections', 'main li:has-text("again") a[href^="/settings/connections/"]'),
};

/** Link, step by step, for somebody without a bank. */
export const linkSteps = {
  'link-1-start': async (page) => {
    await page.goto('/settings/connections', { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Connect a bank' }).click();
    await dialog(page).getByRole('button', { name: 'Continue' }).waitFor();
  },
  'link-2-banks': async (page) => {
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await dialog(page).getByLabel('Search for a bank').waitFor();
  },
  'link-3-login': async (page) => {
    await dialog(page).getByLabel('Search for a bank').fill('First Platypus Bank');
    await dialog(page).getByRole('button', { name: 'First Platypus Bank' }).click();
    await dialog(page).getByLabel('Password').waitFor();
  },
  'link-4-wrong': async (page) => {
    await logIn(page, 'wrong');
    await dialog(page).getByRole('alert').waitFor();
  },
  'link-5-accounts': async (page) => {
    await logIn(page, 'pass_good');
    await dialog(page).getByRole('heading', { name: 'Select the accounts to share' }).waitFor();
  },
  'link-6-finish': async (page) => {
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await dialog(page).getByRole('button', { name: 'Finish' }).waitFor();
  },
};

const dialog = (page) => page.frameLocator('iframe[title^="Plaid Link"]');

async function logIn(page, password) {
  await dialog(page).getByLabel('User name').fill('user_good');
  await dialog(page).getByLabel('Password').fill(password);
  await dialog(page).getByRole('button', { name: 'Log in', exact: true }).click();
}

async function firstLink(page, path, selector) {
  await page.goto(path, { waitUntil: 'networkidle' });
  const href = await page.locator(selector).first().getAttribute('href');
  await page.goto(href, { waitUntil: 'networkidle' });
}

function monthsAgo(count) {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7);
}
