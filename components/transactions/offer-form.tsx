'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-action';
import type { Offer } from '@/lib/transactions/provenance';

type Props = { transactionId: string; offer: Offer; action: FormAction };

const FIELD = { name: 'name', category: 'categoryId' } as const;

/** One click to the bank's word; the same button then leads back to one's own. */
export function OfferForm({ transactionId, offer, action }: Props) {
  const [result, submit, isSaving] = useActionState(action, null);
  return (
    <form action={submit} className="mt-1">
      <input type="hidden" name="transactionId" value={transactionId} />
      <input type="hidden" name={FIELD[offer.field]} value={offer.value} />
      <Button
        type="submit"
        size="sm"
        busy={isSaving}
        className="h-auto min-h-8 py-1 text-left whitespace-normal"
      >
        {offer.label}
      </Button>
      {result?.ok === false && (
        <p role="alert" className="mt-1 text-danger">
          {result.message}
        </p>
      )}
    </form>
  );
}
