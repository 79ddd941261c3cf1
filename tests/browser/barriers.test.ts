/** Every page with the demo household, light and dark, on a phone and on a desk: nothing that a machine finds amiss. */
import { beforeAll, expect, test } from 'vitest';
import { barriersOf } from '../support/barriers';
import { useApp } from '../support/browser';
import { wholeDemo } from '../support/demo';
import { openWhole } from '../support/open-whole';
import { PUBLIC_PAGES } from '../support/pages';

const app = useApp();
let demo: Awaited<ReturnType<typeof wholeDemo>>;

beforeAll(async () => {
  demo = await wholeDemo(await app.newPage());
});

const sizes = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'desk', width: 1440, height: 900 },
] as const;

test.for(sizes)(
  'no page has a barrier on a $name, light or dark',
  { timeout: 240_000 },
  async ({ width, height }) => {
    // The picture of the front page, and the page that is not there.
    app.allow(/404/);
    const page = await app.newPage({
      storageState: demo.session,
      colorScheme: 'light',
      viewport: { width, height },
    });
    const found: string[] = [];
    for (const path of [...PUBLIC_PAGES, ...demo.pages]) {
      await openWhole(page, path);
      const wider = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (wider > 0) found.push(`${path} is ${wider} wider than the window`);
      found.push(...(await barriersOf(page)).map((barrier) => `${path} ${barrier}`));
      // In the dark the page is the same but for its colours.
      await page.emulateMedia({ colorScheme: 'dark' });
      const pale = await barriersOf(page, ['color-contrast', 'link-in-text-block']);
      found.push(...pale.map((barrier) => `${path} in the dark ${barrier}`));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    expect(found).toEqual([]);
  },
);
