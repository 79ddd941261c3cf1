import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { DayText } from '@/components/ui/day-text';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { Initials } from '@/components/ui/initials';
import { MoneyText } from '@/components/ui/money-text';
import { Section } from '@/components/ui/section';
import { Segment } from '@/components/ui/segment';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { addDays } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import { TODAY } from './household';

export function DesignParts() {
  return (
    <Page title="Parts">
      <div className="grid gap-10">
        <Section title="Buttons">
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary">Save limit</Button>
            <Button>Cancel</Button>
            <Button variant="quiet">Skip</Button>
            <Button variant="danger">Remove bank</Button>
            <Button variant="primary" busy>
              Saving
            </Button>
            <Button disabled>Not yet</Button>
            <LinkButton href="/" size="sm">
              A small link
            </LinkButton>
            <Dialog
              trigger={<Button>Open a question</Button>}
              title="Remove Harbor Bank?"
              description="Its accounts and their history leave Evenkeel. Your bank keeps everything."
            >
              <div className="flex justify-end gap-3">
                <DialogClose asChild>
                  <Button>Keep it</Button>
                </DialogClose>
                <Button variant="danger">Remove</Button>
              </div>
            </Dialog>
          </div>
        </Section>
        <Section title="Fields">
          <div className="grid max-w-2xl gap-5 sm:grid-cols-2">
            <Field label="E-mail" hint="We write only when you ask us to.">
              {(control) => <Input {...control} type="email" placeholder="ann@example.com" />}
            </Field>
            <Field label="Limit" error="Enter an amount such as 640 or 640.50.">
              {(control) => <Input {...control} defaultValue="six hundred" />}
            </Field>
            <Field label="Category">
              {(control) => (
                <Select {...control}>
                  <option>Groceries</option>
                  <option>Eating out</option>
                </Select>
              )}
            </Field>
          </div>
        </Section>
        <Section title="Words beside things">
          <div className="flex flex-wrap items-center gap-3">
            <Badge>manual</Badge>
            <Badge tone="tentative">pending</Badge>
            <Badge tone="accent">income</Badge>
            <Badge tone="attention">due in 3 days</Badge>
            <Badge tone="danger">overdue</Badge>
            <Segment
              label="Period"
              options={[
                { label: '3 months', href: '/', current: false },
                { label: '12 months', href: '/design', current: true },
                { label: 'All', href: '/sign-in', current: false },
              ]}
            />
          </div>
        </Section>
        <Section title="A ledger">
          <Ledger />
        </Section>
      </div>
    </Page>
  );
}

const LINES = [
  { name: 'Whole Foods', amount: -6412, currency: 'USD', ago: 0 },
  { name: 'Northline Studio', amount: 284_710, currency: 'USD', ago: 1 },
  {
    name: 'The Long Established Society for Very Long Merchant Names of Bath',
    amount: -1199,
    currency: 'GBP',
    ago: 5,
  },
  { name: 'Ő', amount: -9_007_199_254_740_991, currency: 'USD', ago: 9 },
  { name: '7-Eleven', amount: -50_000_000, currency: 'BTC', ago: 400 },
];

function Ledger() {
  return (
    <Table caption="Latest transactions">
      <thead>
        <tr>
          <Th>Merchant</Th>
          <Th className="hidden sm:table-cell">Day</Th>
          <Th numeric>Amount</Th>
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ name, ago, ...value }) => (
          <Tr key={name}>
            <Td>
              <span className="flex items-center gap-3">
                <Initials name={name} />
                {name}
              </span>
            </Td>
            <Td className="hidden text-ink-2 sm:table-cell">
              <DayText value={addDays(TODAY, -ago)} today={TODAY} near />
            </Td>
            <Td numeric>
              <MoneyText value={money(value.amount, value.currency)} kind="flow" home="USD" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
