/** Of a grid: what is held on the left, how it is spread on the right. */
export const PORTFOLIO_COLUMNS = 'gap-x-14 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]';
