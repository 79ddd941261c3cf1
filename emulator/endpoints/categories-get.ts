import type { CategoriesGetResponse } from 'plaid';
import { z } from 'zod';
import { LEGACY_CATEGORIES } from '../categories/legacy-categories';
import { type Body, type Endpoint, endpoint } from '../request';

const schema = z.looseObject({});

const answer = endpoint(
  schema,
  async (): Promise<Body<CategoriesGetResponse>> => ({ categories: [...LEGACY_CATEGORIES] }),
);

/** `/categories/get`: the taxonomy before personal finance categories; the one call without keys (TXN-31). */
export const categoriesGet: Endpoint = { ...answer, open: true };
