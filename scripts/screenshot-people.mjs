/** Who is on the pictures: the demo household, a new person, and one with everything that strains a layout. */
import { bankOf, mustAnswer } from './screenshot-bank.mjs';
import { connectLimited, connectReplacing, connectTroubled } from './screenshot-connections.mjs';
import { strained } from './screenshot-strain.mjs';

const ARRIVING_MS = 600_000;

/** The people of one running app. Each `enter…(page)` signs in with the cookies of that page. */
export function peopleOf(app) {
  const enter = (prepare) => {
    const person = once((browser) => newPerson(browser, app, prepare));
    return async (page, browser) => signIn(page, await person(browser));
  };
  return {
    enterDemo,
    enterEmpty: async (page) => signIn(page, await signUp(page)),
    enterStrained: enter(connectStrained),
    enterArriving: enter(connectArriving),
    enterTroubled: enter(connectTroubled),
    enterLimited: enter(connectLimited),
    enterReplacing: enter(connectReplacing),
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

async function newPerson(browser, app, prepare) {
  const page = await browser.newPage({ baseURL: app.url });
  const person = await signUp(page);
  await signIn(page, person);
  const bank = bankOf(page, app);
  await bank.take(0);
  await bank.answer();
  await prepare(bank);
  await page.close();
  return person;
}

let count = 0;

async function signUp(page) {
  count += 1;
  const person = {
    name: 'Ann Example',
    email: `person-${Date.now()}-${count}@example.com`,
    password: 'calm-harbour-empty',
  };
  await mustAnswer(page.request.post('/api/sign-up', { data: person }));
  return person;
}

async function signIn(page, { email, password }) {
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password, json: 'true' };
  await mustAnswer(page.request.post('/api/auth/callback/credentials', { form }));
}

/** Two banks: one whose log-in holds the extremes, and one that asks to sign in again. */
async function connectStrained(bank) {
  await bank.connect('ins_109508', JSON.stringify(strained()));
  await bank.connect('ins_109509');
  await bank.steer('/items/break', 'ins_109509');
}

async function connectArriving(bank) {
  await bank.take(ARRIVING_MS);
  await bank.link('ins_109508');
  await bank.take(0);
}
