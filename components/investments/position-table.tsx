import { useWriting } from '#writing';
import { Fragment } from 'react';
import { DayText } from '@/components/ui/day-text';
import { MoneyText } from '@/components/ui/money-text';
import { PercentText } from '@/components/ui/percent-text';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { Day } from '@/lib/core/day';
import { money } from '@/lib/core/money';
import { typeName } from '@/lib/investments/allocation';
import { gainOf, type Holding, type Position } from '@/lib/investments/positions';
import { priceDigits, quantityInWords } from '@/lib/investments/quantity';

type Props = { positions: readonly Position<Holding>[]; currency: string; today: Day };

/** One row per security; where several accounts hold it, their shares stand beneath. */
export function PositionTable({ positions, currency, today }: Props) {
  return (
    <Table caption={`Holdings in ${currency}, the largest first`}>
      <thead>
        <tr>
          <Th>Security</Th>
          <Th numeric className="hidden md:table-cell">
            Quantity
          </Th>
          <Th numeric className="hidden md:table-cell">
            Price
          </Th>
          <Th numeric className="hidden sm:table-cell">
            Gain
          </Th>
          <Th numeric>Value</Th>
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <Fragment key={position.securityId}>
            <PositionRow position={position} today={today} />
            {position.holdings.length > 1 &&
              position.holdings.map((holding) => <ShareRow key={holding.accountId} holding={holding} />)}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function PositionRow({ position, today }: { position: Position<Holding>; today: Day }) {
  const { name, ticker, type, isCash, quantity, value, currency, holdings, priceDay } = position;
  const writing = useWriting();
  const [first] = holdings;
  const where = holdings.length === 1 ? first?.accountName : `${holdings.length} accounts`;
  // A cash code or an option's long code says nothing that the name does not.
  const symbol = ticker?.startsWith('CUR:') || type === 'derivative' ? null : ticker;
  return (
    <Tr>
      <Td className="max-w-0 py-row-pad">
        <span className="line-clamp-2">{name}</span>
        <span className="block truncate text-13 text-ink-3">
          {[symbol, isCash ? 'Cash' : typeName(type), where].filter(Boolean).join(' · ')}
        </span>
      </Td>
      <Td numeric className="hidden w-28 text-ink-2 md:table-cell">
        {!isCash && quantityInWords(quantity, type, writing)}
      </Td>
      <Td numeric className="hidden w-28 py-row-pad md:table-cell">
        {!isCash && first && <span className="block text-ink-2">{priceDigits(first.price, writing)}</span>}
        {!isCash && priceDay && (
          <span className="block text-13 text-ink-3">
            <DayText value={priceDay} today={today} form="bare" />
          </span>
        )}
      </Td>
      <Td numeric className="hidden w-32 py-row-pad sm:table-cell">
        <Gain position={position} />
      </Td>
      <Td numeric className="w-28 py-row-pad">
        <MoneyText value={money(value, currency)} home={currency} />
        <span className="block text-13 sm:hidden">
          <Gain position={position} />
        </span>
      </Td>
    </Tr>
  );
}

/** In ink: a loss on paper needs nobody. The sign says which it is, the share what it is measured against. */
function Gain({ position: { gain, cost, currency, isCash } }: { position: Position<Holding> }) {
  if (gain === null || cost === null) {
    return isCash ? null : <span className="text-13 text-ink-3">cost not known</span>;
  }
  return (
    <>
      <MoneyText value={money(gain, currency)} kind="flow" home={currency} className="block" />
      <PercentText ratio={gain / cost} sign="always" className="hidden text-13 text-ink-3 sm:block" />
    </>
  );
}

function ShareRow({ holding }: { holding: Holding }) {
  const { accountName, quantity, price, type, value, currency } = holding;
  const writing = useWriting();
  const gain = gainOf(holding);
  return (
    <tr className="text-13 text-ink-3">
      <td className="max-w-0 truncate pb-2 pl-4">{accountName}</td>
      <td className="hidden px-3 pb-2 text-right md:table-cell">
        {quantityInWords(quantity, type, writing)}
      </td>
      <td className="hidden px-3 pb-2 text-right tabular-nums md:table-cell">
        {priceDigits(price, writing)}
      </td>
      <td className="hidden px-3 pb-2 text-right sm:table-cell">
        {gain === null ? (
          'cost not known'
        ) : (
          <MoneyText value={money(gain, currency)} kind="flow" home={currency} />
        )}
      </td>
      <td className="pb-2 text-right">
        <MoneyText value={money(value, currency)} home={currency} />
      </td>
    </tr>
  );
}
