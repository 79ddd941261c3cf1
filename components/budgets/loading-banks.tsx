import { Notice } from '@/components/ui/notice';

/** Figures that may still grow, and why. */
export function LoadingBanks({ banks }: { banks: readonly string[] }) {
  if (banks.length === 0) return null;
  const names = new Intl.ListFormat('en', { type: 'conjunction' }).format(banks);
  return (
    <Notice tone="calm" title="Provisional." className="mt-6">
      {names} {banks.length === 1 ? 'is' : 'are'} still sending history, so figures of this month and of
      earlier ones may change.
    </Notice>
  );
}
