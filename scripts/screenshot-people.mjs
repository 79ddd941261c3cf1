/** Who is on the pictures: the demo household, a new person, and one with everything that strains a layout. */
import { strained } from './screenshot-strain.mjs';

const ARRIVING_MS = 600_000;

/** The people of one running app. Each `enter…(page)` signs in with the cookies of that page. */
export function peopleOf(url) {
  const strainedPerson = once((browser) => newPerson(browser, url, connectStrained));
  const arrivingPerson = once((browser) => newPerson(browser, url, connectArriving));
  return {
    enterDemo,
    enterEmpty: async (page) => signIn(page, await signUp(page)),
    enterStrained: async (page, browser) => signIn(page, await strainedPerson(browser)),
    enterArriving: async (page, browser) => signIn(page, await arrivingPerson(browser)),
  };
}

async function enterDemo(page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try the demo' }).first().click();
  await page.waitForURL('**/dashboard');
}

function once(make) {
  let made;
  return (given) => (made ??= make(given));
}

async function newPerson(browser, url, prepare) {
  const page = await browser.newPage({ baseURL: url });
  const person = await signUp(page);
  await signIn(page, person);
  await prepare(page);
  await page.close();
  return person;
}

let count = 0;

async function signUp(page) {
  count += 1;
  const person = { email: `person-${Date.now()}-${count}@example.com`, password: 'calm-harbour-empty' };
  await mustAnswer(page.request.post('/api/sign-up', { data: person }));
  return person;
}

async function signIn(page, { email, password }) {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password, json: 'true' };
  await mustAnswer(page.request.post('/api/auth/callback/credentials', { form }));
}

/** Two banks: one whose log-in holds the extremes, and one that asks to sign in again. */
async function connectStrained(page) {
  await connect(page, 'ins_109508', { username: 'user_custom', password: JSON.stringify(strained()) });
  await connect(page, 'ins_109509', { username: 'user_good', password: 'pass_good' });
  await page.waitForTimeout(6_000);
  const { items } = await steer(page, '/items/list');
  const broken = items.findLast(({ institution_id }) => institution_id === 'ins_109509');
  await steer(page, '/items/break', { item_id: broken.item_id });
  await page.request.post('/api/plaid/sync', { data: {} });
  await page.waitForTimeout(3_000);
}

async function connectArriving(page) {
  await steer(page, '/delays/set', { initial_ms: ARRIVING_MS, historical_ms: ARRIVING_MS });
  await connect(page, 'ins_109508', { username: 'user_good', password: 'pass_good' });
  await page.waitForTimeout(2_000);
  await steer(page, '/delays/set', { initial_ms: 0, historical_ms: 0 });
}

async function connect(page, institution, { username, password }) {
  const made = await emulator(page, '/sandbox/public_token/create', {
    institution_id: institution,
    initial_products: ['transactions', 'liabilities', 'investments'],
    options: { override_username: username, override_password: password },
  });
  const data = { publicToken: made.public_token };
  await mustAnswer(page.request.post('/api/plaid/exchange', { data }));
}

const steer = (page, path, data = {}) => emulator(page, `/_emulator${path}`, data);

async function emulator(page, path, data) {
  const headers = { 'PLAID-CLIENT-ID': 'emulator', 'PLAID-SECRET': 'emulator' };
  return (await mustAnswer(page.request.post(`/api/emulator${path}`, { data, headers }))).json();
}

async function mustAnswer(asked) {
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return answer;
}
