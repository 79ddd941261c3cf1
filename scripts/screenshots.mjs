/**
 * `npm run screenshots`: every page as a picture, phone and desktop, light and dark, full, empty and under
 * strain, into `screenshots/`. Starts the built app on a database of its own, with the demo household in it.
 * `-- dashboard debts` takes these pages only; `--readme` also renews the pictures that README and landing use.
 */
import './node-version.mjs';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { startNext } from './next-server.mjs';
import { findFreePort } from './port.mjs';
import { startPostgres } from './postgres.mjs';
import { inData, root } from './project.mjs';
import { newSecrets } from './secrets.mjs';
import { seedDemo } from './seed.mjs';
import { limited, replacing, troubled } from './screenshot-connections.mjs';
import { extremes, open, linkSteps, signedIn, states } from './screenshot-pages.mjs';
import { peopleOf } from './screenshot-people.mjs';
import { runMain } from './trouble.mjs';

const folder = join(root, 'screenshots');
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const themes = ['light', 'dark'];

await runMain(async () => {
  const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  await ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import('playwright-core');
  const app = await startApp();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const people = peopleOf(app);
  const take = (name, pages, enter) => takeAll({ browser, app, only, name, pages, enter });
  await take('', open, async () => undefined);
  await take('', { ...signedIn, ...states }, people.enterDemo);
  await take('empty-', { ...signedIn, ...linkSteps }, people.enterEmpty);
  await take('strained-', { ...signedIn, ...states, ...extremes }, people.enterStrained);
  await take('', { ...troubled, ...list('troubled') }, people.enterTroubled);
  await take('', { ...limited, ...list('limited') }, people.enterLimited);
  await take('', { ...replacing, ...list('replacing') }, people.enterReplacing);
  await take('arriving-', { ...signedIn, connection: states.connection }, people.enterArriving);
  if (process.argv.includes('--readme')) await renewReadme(browser, app, people.enterDemo);
  const { cookies } = await stateOf(browser, app, people.enterDemo);
  app.stopDatabase();
  await take('', { error: '/dashboard' }, (page) => page.context().addCookies(cookies));
  await browser.close();
  await app.stop();
  console.log(`The pictures are in ${folder}`);
});

/** Where all banks of a person stand together. */
function list(whose) {
  return { [`connections-${whose}`]: '/settings/connections' };
}

async function startApp() {
  const { migrateDatabase } = await import('./migrate.mjs');
  const server = await startPostgres({ ephemeral: true });
  await migrateDatabase(server.url);
  const port = await findFreePort();
  const env = {
    ...newSecrets(),
    DATABASE_URL: server.url,
    APP_URL: `http://localhost:${port}`,
    PLAID_ENV: 'emulator',
    EMULATOR_CONTROL: '1',
    AUTH_TRUST_HOST: '1',
  };
  let isRunning = true;
  const next = await startNext('start', { port, env, log: inData('screenshots.log') });
  await seedDemo(env);
  const stopDatabase = () => {
    if (isRunning) server.stop();
    isRunning = false;
  };
  return {
    url: env.APP_URL,
    databaseUrl: server.url,
    stopDatabase,
    stop: async () => (await next.stop(), stopDatabase()),
  };
}

/** Each size and theme is a browser profile of its own, so that nothing is remembered from the one before. */
async function takeAll({ browser, app, only, name, pages, enter }) {
  const wanted = Object.entries(pages).filter(([page]) => only.length === 0 || only.includes(name + page));
  if (wanted.length === 0) return;
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const theme of themes) {
      const context = await browser.newContext(profile(app, viewport, theme));
      const page = await context.newPage();
      page.setDefaultTimeout(12_000);
      await enter(page, browser);
      for (const [file, way] of wanted) {
        await follow(page, way, `${name}${file} (${size}, ${theme})`);
        await complainOfWidth(page, `${name}${file} (${size})`);
        await fitHeight(page, viewport);
        await page.screenshot({ path: join(folder, `${name}${file}-${size}-${theme}.png`), fullPage: true });
        await page.setViewportSize(viewport);
      }
      await context.close();
    }
  }
}

function profile(app, viewport, colorScheme) {
  const isPhone = viewport === sizes.phone;
  return {
    baseURL: app.url,
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    hasTouch: isPhone,
    isMobile: isPhone,
  };
}

/** Steps that lead nowhere are said and fail the command, but the other pictures are still taken. */
async function follow(page, way, name) {
  try {
    if (typeof way === 'string') await page.goto(way, { waitUntil: 'networkidle' });
    else await way(page);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${name}: ${error.message.split('\n')[0]}`);
  }
}

/** As tall as the page, so that what clings to the window's foot is at the page's. */
async function fitHeight(page, viewport) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, height) });
}

/** A page that scrolls sideways is said aloud; a narrow phone is tried as well. */
async function complainOfWidth(page, name) {
  const given = page.viewportSize();
  for (const width of given.width < 600 ? [320, given.width] : [given.width]) {
    await page.setViewportSize({ ...given, width });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) console.log(`${name} scrolls sideways by ${wide} px at ${width}`);
  }
}

async function stateOf(browser, app, enter) {
  const page = await browser.newPage({ baseURL: app.url });
  await enter(page);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** The overview as one sees it on arrival: for the landing page by size and theme, for README in light. */
async function renewReadme(browser, app, enter) {
  const landing = join(root, 'public', 'screenshots');
  const readme = join(root, 'docs', 'screenshots');
  for (const path of [landing, readme]) mkdirSync(path, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const theme of themes) {
      const context = await browser.newContext(profile(app, viewport, theme));
      const page = await context.newPage();
      await enter(page);
      await page.goto('/dashboard', { waitUntil: 'networkidle' });
      const name = `overview${size === 'phone' ? '-phone' : ''}-${theme}.png`;
      await page.screenshot({ path: join(landing, name) });
      await context.close();
    }
  }
  copyFileSync(join(landing, 'overview-light.png'), join(readme, 'overview.png'));
}
