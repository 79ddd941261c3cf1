/** A small part of the proof in `tests/proofs/error-cells.ts`: cells that were taken wrongly once, and some others. */
import { beforeAll, expect, test } from 'vitest';
import { allCells, tryCells } from '../proofs/error-cells/all-cells';
import type { Cell } from '../proofs/error-cells/cell';
import { sampleOf } from '../proofs/sample';

let cells: Cell[] = [];
beforeAll(async () => {
  cells = await allCells();
}, 60_000);

const tried = (isMeant: (name: string) => boolean) => {
  const meant = cells.filter(({ name }) => isMeant(name));
  expect(meant).not.toEqual([]);
  return tryCells(meant);
};

test('without a list of accounts, debts and holdings stay as they were', async () => {
  expect(
    await tried((name) => name === 'update: API_ERROR/INTERNAL_SERVER_ERROR on /accounts/get #1'),
  ).toEqual([]);
});

test('accounts that are "not supported" are asked for again', async () => {
  expect(
    await tried((name) => name === 'first: ITEM_ERROR/PRODUCTS_NOT_SUPPORTED on /accounts/get #1'),
  ).toEqual([]);
});

test('a new balance moves the estimated days, even where its rows do not come', async () => {
  expect(await tried((name) => name === 'update: nobody answers on /transactions/sync #1')).toEqual([]);
});

test('an Item that only refuses to speak of itself needs its person, too', async () => {
  expect(await tried((name) => name === 'update: ITEM_ERROR/ITEM_LOGIN_REQUIRED on /item/get #1')).toEqual(
    [],
  );
});

test('wrong keys of ours close no link that is being made, and turn no webhook away', async () => {
  expect(
    await tried((name) => /^(exchange|webhook): .*INVALID_API_KEYS on \/(item|webhook)/.test(name)),
  ).toEqual([]);
});

test('half an answer to a removal is not the word that it is done', async () => {
  expect(await tried((name) => name === 'removal: JSON cut short on /item/remove')).toEqual([]);
});

test('any other cells', async () => {
  expect(await tryCells(sampleOf(cells, 6, 20_260_401))).toEqual([]);
}, 60_000);
