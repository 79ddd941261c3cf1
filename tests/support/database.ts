/**
 * Runs before each test file of the `database` project: by the time the file imports `db/client`, the
 * environment points at a database that nobody else uses.
 */
import { newDatabase } from './new-database';

process.env['DATABASE_URL'] = await newDatabase();
