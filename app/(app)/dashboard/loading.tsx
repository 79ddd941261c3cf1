import { Page } from '@/components/layout/page';
import { Skeleton, SkeletonFigure } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <Page title="Overview">
      <SkeletonFigure />
      <Skeleton className="mt-6 h-48" />
    </Page>
  );
}
