import type { ReactNode } from 'react';

type Props = {
  /** Above everything on a phone, at the top of the right column on a wide screen: what needs a person. */
  first?: ReactNode;
  main: ReactNode;
  aside: ReactNode;
};

/** Two thirds for what one came for, one third for what goes with it; one below the other on small screens. */
export function Columns({ first, main, aside }: Props) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21.5rem] lg:grid-rows-[auto_1fr]">
      {first !== undefined && <div className="lg:col-start-2 lg:row-start-1 empty:hidden">{first}</div>}
      <div className="grid min-w-0 content-start gap-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {main}
      </div>
      <div
        className={`grid min-w-0 content-start gap-10 lg:col-start-2 ${first === undefined ? 'lg:row-span-2 lg:row-start-1' : 'lg:row-start-2'}`}
      >
        {aside}
      </div>
    </div>
  );
}
