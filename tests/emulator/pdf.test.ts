/** Papers that the emulator prints: any reader can read them, and the same words give the same bytes. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { amountText, digitsText } from '@/emulator/pdf/amount-text';
import type { PdfBlock, PdfDocument } from '@/emulator/pdf/document';
import { renderPdf } from '@/emulator/pdf/render';
import { winAnsi } from '@/emulator/pdf/win-ansi';
import { pagesOf, printedIn, propertiesOf, unspaced } from '../support/pdf-text';

const CREATED_AT = Date.parse('2026-03-01T12:00:00Z');

function paper(...blocks: PdfBlock[]): PdfDocument {
  return { title: 'Asset Report', subtitle: 'For Ann', createdAt: CREATED_AT, blocks };
}

test('everything that a paper says is in the file, in its order', async () => {
  const pdf = await renderPdf(
    paper(
      { kind: 'facts', facts: [['Report', 'bf3a0490']] },
      { kind: 'section', title: 'First Platypus Bank', note: 'ins_109508' },
      { kind: 'heading', title: 'Plaid Checking' },
      {
        kind: 'table',
        columns: [
          { title: 'Day', share: 1 },
          { title: 'Amount', share: 1, align: 'right' },
        ],
        rows: [['2026-02-28', '1,200.50 USD']],
      },
      { kind: 'text', text: 'That is all.' },
    ),
  );
  const words =
    'Asset Report For Ann Report bf3a0490 First Platypus Bank ins_109508 Plaid Checking Day Amount 2026-02-28 1,200.50 USD That is all.';
  expect(await printedIn(pdf)).toContain(unspaced(words));
});

test('a file says on every page that an emulator made it, and names the time of the clock', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => [`row ${index}.`]);
  const pdf = await renderPdf(paper({ kind: 'table', columns: [{ title: 'Row', share: 1 }], rows }));
  const pages = await pagesOf(pdf);
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, index) => {
    expect(page).toContain('Made by the Evenkeel emulator from simulated data.');
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(page.startsWith(index === 0 ? 'Asset Report' : 'Row')).toBe(true);
  });
  for (const [row] of rows) expect(pages.join(' ')).toContain(row);
  expect(await propertiesOf(pdf)).toMatchObject({
    Producer: 'Evenkeel emulator',
    CreationDate: 'D:20260301120000Z',
  });
});

test('the same words give the same bytes, on any machine', async () => {
  const words = paper({ kind: 'text', text: 'Round money.' });
  const pdf = await renderPdf(words);
  expect(await renderPdf(words)).toEqual(pdf);
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(
    '13acd411441d092e0781e45f06238e215799c26cdad337a56626e58f604f0beb',
  );
});

test('accents and the euro are printed; letters that the fonts lack are likened, never garbled', async () => {
  const pdf = await renderPdf(paper({ kind: 'text', text: 'Zoë Ünal, Łódź, Dvořák: 5 € – “so” 日' }));
  expect(await printedIn(pdf)).toContain(unspaced('Zoë Ünal, Lódz, Dvorák: 5 € – “so” ?'));
  expect(winAnsi('e\u0301\t1\u2212x\u202f%')).toBe('é 1-x %');
});

test('figures keep every digit and stand in groups of three', () => {
  expect(amountText(1234567.5, 'USD')).toBe('1,234,567.50 USD');
  expect(amountText(-0.1, 'EUR')).toBe('-0.10 EUR');
  expect(amountText(23631.9805, 'USD')).toBe('23,631.9805 USD');
  expect(amountText(1000, 'JPY')).toBe('1,000 JPY');
  expect(amountText(null, 'USD')).toBe('–');
  expect(amountText(0.00000001, 'BTC')).toBe('0.00000001 BTC');
  expect(digitsText(12, 0)).toBe('12');
});
