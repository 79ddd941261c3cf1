import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds amiss on a page, one line per element; empty when all is well. `rules` narrows it to these. */
export async function barriersOf(page: Page, rules?: string[]): Promise<string[]> {
  // For frames axe puts its findings together on a page of its own; one without any is spared it.
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
