import { Page } from '@/components/layout/page';
import { Bar } from '@/components/ui/bar';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { SkeletonFigure, SkeletonRows } from '@/components/ui/skeleton';

export function DesignStates() {
  return (
    <Page title="States">
      <div className="grid gap-10 lg:grid-cols-2">
        <Section title="Loading">
          <SkeletonFigure />
          <SkeletonRows rows={3} />
        </Section>
        <Section title="Empty">
          <EmptyState
            title="No recurring payments yet"
            action={
              <LinkButton href="/" variant="primary">
                Connect a bank
              </LinkButton>
            }
          >
            Bills and pay appear here once a bank has shown two months of history.
          </EmptyState>
        </Section>
        <Section title="Needs a person" className="grid gap-3">
          <Notice
            tone="danger"
            title="Your card payment is overdue."
            action={<a href="#content">See the card</a>}
          >
            It was due on Fri 14 Nov.
          </Notice>
          <Notice tone="calm" title="Your history is on its way.">
            The first 30 days are here; the rest takes a few minutes.
          </Notice>
        </Section>
        <Section title="Bars" className="grid gap-4">
          <Bar label="0 of 118 spent, 100 planned" ratio={0} planned={0.85} tick={0.7} />
          <Bar label="320 of 640 spent" ratio={0.5} planned={0.7} tick={0.7} />
          <Bar label="Over the limit" ratio={1.3} tone="attention" tick={0.77} />
          <Bar label="Nothing spent" ratio={0} />
        </Section>
      </div>
    </Page>
  );
}
