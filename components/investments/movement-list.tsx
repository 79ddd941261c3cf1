import { useWriting } from '#writing';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import type { Day } from '@/lib/core/day';
import { type Decimal, money } from '@/lib/core/money';
import { absolute } from '@/lib/core/decimals';
import type { Writing } from '@/lib/core/writing';
import { movementName } from '@/lib/investments/movement';
import { quantityInWords } from '@/lib/investments/quantity';
import { securityName } from '@/lib/investments/security-name';

export type InvestmentMovement = {
  id: string;
  accountName: string;
  day: Day;
  name: string;
  type: string;
  subtype: string | null;
  quantity: Decimal;
  amount: number;
  currency: string;
  securityName: string | null;
  ticker: string | null;
  securityType: string | null;
};

type Props = { movements: readonly InvestmentMovement[]; today: Day; home: string };

/** Trades, dividends and fees, newest first; the amount is the cash that came or went. */
export function MovementList({ movements, today, home }: Props) {
  const writing = useWriting();
  return (
    <ul aria-label="Latest investment activity">
      {movements.map((movement) => (
        <li
          key={movement.id}
          className="grid min-h-row-2 grid-cols-[minmax(3.25rem,min-content)_minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-row-pad first:border-0"
        >
          <span className="text-13 text-ink-2">
            <DayText value={movement.day} today={today} form="bare" className="" />
          </span>
          <span className="min-w-0">
            <span className="block sm:truncate">{nameOf(movement)}</span>
            <span className="block text-13 text-ink-3 sm:truncate">{detail(movement, writing)}</span>
          </span>
          <MoneyText value={money(movement.amount, movement.currency)} kind="flow" home={home} />
        </li>
      ))}
    </ul>
  );
}

function nameOf({ securityName: name, ticker, name: line }: InvestmentMovement): string {
  return securityName({ name, ticker }) ?? line;
}

function detail(movement: InvestmentMovement, writing: Writing): string {
  const { type, subtype, quantity, securityType, accountName } = movement;
  const words = movementName({ type, subtype });
  // The word says which way it went, so the quantity needs no sign.
  const isTrade = type === 'buy' || type === 'sell';
  const trade = isTrade
    ? `${words} ${quantityInWords(absolute(quantity), securityType ?? '', writing)}`
    : words;
  return [trade, accountName].join(' · ');
}
