import { notFound } from 'next/navigation';
import { AppError } from '@/lib/core/errors';

/** What is not there, or somebody else's, has no page; also where it goes while its page is made. */
export function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === 'not-found') notFound();
  throw error;
}
