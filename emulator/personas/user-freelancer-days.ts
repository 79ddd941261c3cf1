/** Who pays Mira Lindqvist and when, what she does most days, and her week in Berlin. */
import type { Habit, Trip } from './persona';

export const EURO = { currency: 'EUR', rate: 1.09 };

export const FREELANCER_HABITS: readonly Habit[] = [
  {
    at: ['clientNorthwind'],
    from: 'business',
    timesAMonth: 1.15,
    between: [1_500, 4_600],
    when: 'weekdays',
    income: true,
  },
  {
    at: ['clientKestrel'],
    from: 'business',
    timesAMonth: 1.1,
    between: [950, 3_400],
    when: 'weekdays',
    income: true,
  },
  {
    at: ['clientHalyard'],
    from: 'business',
    timesAMonth: 0.5,
    between: [1_900, 5_400],
    when: 'weekdays',
    income: true,
  },
  {
    at: ['clientStripe'],
    from: 'business',
    timesAMonth: 4,
    between: [60, 460],
    when: 'weekdays',
    income: true,
  },
  {
    at: ['clientBerlin'],
    from: 'business',
    timesAMonth: 0.5,
    between: [1_800, 4_900],
    when: 'weekdays',
    income: true,
    abroad: { ...EURO, wireFee: 15 },
  },
  {
    at: ['officeSupplies', 'bestBuy'],
    from: 'business card',
    timesAMonth: 1,
    between: [14, 210],
    refunds: 9,
  },
  {
    at: ['ukPrinter'],
    from: 'business card',
    timesAMonth: 0.5,
    between: [60, 340],
    when: 'weekdays',
    abroad: { currency: 'GBP', rate: 1.27, fee: 3 },
  },
  { at: ['postOffice'], from: 'business card', timesAMonth: 2.5, between: [4, 46], when: 'weekdays' },
  { at: ['bistro', 'noodleHouse'], from: 'business card', timesAMonth: 1.5, between: [22, 96] },
  { at: ['lawyer'], from: 'business', timesAMonth: 0.08, between: [240, 700], when: 'weekdays' },

  { at: ['traderJoes', 'safeway'], from: 'card', timesAMonth: 7, between: [12, 96], refunds: 1 },
  { at: ['farmersMarket'], from: 'checking', timesAMonth: 2.5, between: [12, 44], when: 'weekends' },
  { at: ['bluebird', 'starbucks'], from: 'card', timesAMonth: 11, between: [4, 13] },
  { at: ['tacoTruck', 'chipotle', 'noodleHouse'], from: 'card', timesAMonth: 6, between: [9, 32] },
  { at: ['brewery', 'pizzeria'], from: 'card', timesAMonth: 2.5, between: [18, 74], when: 'weekends' },
  { at: ['transit'], from: 'card', timesAMonth: 9, between: [2.8, 5.6] },
  { at: ['uber', 'lyft', 'scooter'], from: 'card', timesAMonth: 2, between: [6, 34] },
  { at: ['books', 'amazon', 'target'], from: 'card', timesAMonth: 3, between: [9, 84], refunds: 8 },
  { at: ['cvs', 'doctor'], from: 'card', timesAMonth: 1, between: [8, 70], when: 'weekdays' },
  { at: ['zara', 'rei'], from: 'card', timesAMonth: 0.6, between: [30, 180], refunds: 12 },
  { at: ['cinema', 'museum'], from: 'card', timesAMonth: 1.2, between: [12, 40], when: 'weekends' },
  { at: ['venmoOut'], from: 'checking', timesAMonth: 1.5, between: [12, 80] },
  { at: ['venmoBack'], from: 'checking', timesAMonth: 0.8, between: [12, 60], income: true },
  { at: ['check'], from: 'checking', timesAMonth: 0.4, between: [40, 160] },
  { at: ['atm'], from: 'checking', timesAMonth: 1, between: [40, 100], twenties: true },
];

export const FREELANCER_TRIPS: readonly Trip[] = [
  {
    month: 10,
    from: 'business card',
    days: 6,
    booked: [
      { at: 'airline', amount: 1_046.3, daysBefore: 52 },
      { at: 'hotel', amount: 912.4, daysBefore: 0 },
    ],
    daily: ['berlinCafe', 'berlinTransit', 'berlinCafe', 'berlinGallery'],
    between: [6, 58],
    place: { city: 'Berlin', region: 'BE', postalCode: '10245', country: 'DE' },
    abroad: { ...EURO, fee: 3 },
  },
];
