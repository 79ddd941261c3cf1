/**
 * Who money goes to and comes from: the name people know, what the bank prints, Plaid's detailed category
 * (PFC v1, FLD-11), how one pays there, and where. A table, so that a new merchant is one line.
 */

import { hash, idFor } from '../generate/seeded';
import { BANK_LINES } from './bank-lines';
import { FAMILY } from './family-merchants';
import { INCOME_PAYERS } from './income-payers';
import { WORK } from './work-merchants';

export type Merchant = {
  readonly name: string;
  /** The bank's own line; `#` in the table stands for the store's number. */
  readonly line: string;
  readonly category: string;
  readonly channel: 'online' | 'in store' | 'other';
  readonly website: string | null;
  /** Plaid's own id of the merchant, and the number of the shop they go to. */
  readonly entityId: string;
  readonly store: string;
  readonly kind:
    | 'merchant'
    | 'financial_institution'
    | 'income_source'
    | 'payment_app'
    | 'marketplace'
    | 'none';
  readonly confidence: 'VERY_HIGH' | 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN';
  /** Holds are released and tips are added between pending and posted (TXN-20). */
  readonly settles: 'same' | 'tip' | 'hold' | 'never pending';
  /** Paid on paper: the bank knows the check's number and nobody's name. */
  readonly isCheck?: boolean;
};

/** One line of a table of merchants; `built` reads it. */
export type Line = readonly [
  name: string,
  line: string,
  category: string,
  how: 'shop' | 'web' | 'bill' | 'bank' | 'pay' | 'market' | 'app',
  website?: string | null,
  more?: Partial<Pick<Merchant, 'confidence' | 'settles' | 'isCheck'>>,
];

const WAYS = {
  shop: { channel: 'in store', kind: 'merchant', confidence: 'VERY_HIGH', settles: 'same' },
  web: { channel: 'online', kind: 'merchant', confidence: 'VERY_HIGH', settles: 'same' },
  market: { channel: 'online', kind: 'marketplace', confidence: 'HIGH', settles: 'same' },
  bill: { channel: 'other', kind: 'merchant', confidence: 'HIGH', settles: 'never pending' },
  bank: { channel: 'other', kind: 'financial_institution', confidence: 'HIGH', settles: 'never pending' },
  pay: { channel: 'other', kind: 'income_source', confidence: 'VERY_HIGH', settles: 'never pending' },
  app: { channel: 'online', kind: 'payment_app', confidence: 'HIGH', settles: 'never pending' },
} as const;

const TABLE = {
  ...FAMILY,
  ...WORK,
  ...BANK_LINES,
  ...INCOME_PAYERS,
  // Groceries
  traderJoes: ["Trader Joe's", 'TRADER JOE S #', 'FOOD_AND_DRINK_GROCERIES', 'shop', 'traderjoes.com'],
  wholeFoods: ['Whole Foods', 'WHOLEFDS MKT #', 'FOOD_AND_DRINK_GROCERIES', 'shop', 'wholefoodsmarket.com'],
  safeway: ['Safeway', 'SAFEWAY #', 'FOOD_AND_DRINK_GROCERIES', 'shop', 'safeway.com'],
  costco: [
    'Costco',
    'COSTCO WHSE #',
    'GENERAL_MERCHANDISE_SUPERSTORES',
    'shop',
    'costco.com',
    { confidence: 'HIGH' },
  ],
  farmersMarket: [
    'Elm Street Farmers Market',
    'SQ *ELM ST FARMERS MKT',
    'FOOD_AND_DRINK_GROCERIES',
    'shop',
    null,
    { confidence: 'MEDIUM' },
  ],
  cornerStore: [
    'Sunny Corner Store',
    'SUNNY CORNER STORE',
    'GENERAL_MERCHANDISE_CONVENIENCE_STORES',
    'shop',
    null,
    { confidence: 'MEDIUM' },
  ],
  // Eating out
  starbucks: ['Starbucks', 'STARBUCKS STORE #', 'FOOD_AND_DRINK_COFFEE', 'shop', 'starbucks.com'],
  bluebird: [
    'Bluebird Coffee',
    'SQ *BLUEBIRD COFFEE',
    'FOOD_AND_DRINK_COFFEE',
    'shop',
    null,
    { confidence: 'HIGH', settles: 'tip' },
  ],
  chipotle: ['Chipotle Mexican Grill', 'CHIPOTLE #', 'FOOD_AND_DRINK_FAST_FOOD', 'shop', 'chipotle.com'],
  mcdonalds: ["McDonald's", 'MCDONALD S F#', 'FOOD_AND_DRINK_FAST_FOOD', 'shop', 'mcdonalds.com'],
  pizzeria: [
    'Pizzeria Aurora',
    'TST* PIZZERIA AURORA',
    'FOOD_AND_DRINK_RESTAURANT',
    'shop',
    null,
    { settles: 'tip' },
  ],
  noodleHouse: [
    'Golden Noodle House',
    'TST* GOLDEN NOODLE HOUSE',
    'FOOD_AND_DRINK_RESTAURANT',
    'shop',
    null,
    { settles: 'tip' },
  ],
  bistro: ['Bistro Marais', 'BISTRO MARAIS', 'FOOD_AND_DRINK_RESTAURANT', 'shop', null, { settles: 'tip' }],
  brewery: [
    'Lantern Brewing',
    'SQ *LANTERN BREWING CO',
    'FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR',
    'shop',
    null,
    { confidence: 'HIGH', settles: 'tip' },
  ],
  doorDash: [
    'DoorDash',
    'DD *DOORDASH',
    'FOOD_AND_DRINK_RESTAURANT',
    'web',
    'doordash.com',
    { confidence: 'HIGH', settles: 'tip' },
  ],
  // Getting around
  shell: ['Shell', 'SHELL OIL #', 'TRANSPORTATION_GAS', 'shop', 'shell.com', { settles: 'hold' }],
  chevron: ['Chevron', 'CHEVRON #', 'TRANSPORTATION_GAS', 'shop', 'chevron.com', { settles: 'hold' }],
  uber: ['Uber', 'UBER *TRIP', 'TRANSPORTATION_TAXIS_AND_RIDE_SHARES', 'web', 'uber.com', { settles: 'tip' }],
  lyft: ['Lyft', 'LYFT *RIDE', 'TRANSPORTATION_TAXIS_AND_RIDE_SHARES', 'web', 'lyft.com', { settles: 'tip' }],
  transit: ['Metro Transit', 'METRO TRANSIT FARE', 'TRANSPORTATION_PUBLIC_TRANSIT', 'shop', null],
  parking: [
    'City Parking',
    'CITY PARKING GARAGE #',
    'TRANSPORTATION_PARKING',
    'shop',
    null,
    { confidence: 'HIGH' },
  ],
  tolls: ['Bay Bridge Tolls', 'BAY BRIDGE TOLL REPLENISH', 'TRANSPORTATION_TOLLS', 'web', null],
  garage: ['Northside Auto Care', 'NORTHSIDE AUTO CARE', 'GENERAL_SERVICES_AUTOMOTIVE', 'shop', null],
  carRegistration: [
    'Department of Motor Vehicles',
    'DMV REGISTRATION',
    'GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_DEPARTMENTS_AND_AGENCIES',
    'web',
    null,
  ],
  // Shops
  amazon: ['Amazon', 'AMZN MKTP US*', 'GENERAL_MERCHANDISE_ONLINE_MARKETPLACES', 'market', 'amazon.com'],
  target: ['Target', 'TARGET #', 'GENERAL_MERCHANDISE_SUPERSTORES', 'shop', 'target.com'],
  walmart: ['Walmart', 'WAL-MART #', 'GENERAL_MERCHANDISE_SUPERSTORES', 'shop', 'walmart.com'],
  gap: ['Gap', 'GAP US #', 'GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES', 'shop', 'gap.com'],
  zara: ['Zara', 'ZARA USA #', 'GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES', 'shop', 'zara.com'],
  bestBuy: ['Best Buy', 'BEST BUY #', 'GENERAL_MERCHANDISE_ELECTRONICS', 'shop', 'bestbuy.com'],
  rei: ['REI', 'REI #', 'GENERAL_MERCHANDISE_SPORTING_GOODS', 'shop', 'rei.com'],
  books: [
    'Paper Lantern Books',
    'PAPER LANTERN BOOKS',
    'GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS',
    'shop',
    null,
  ],
  petStore: ['Petco', 'PETCO #', 'GENERAL_MERCHANDISE_PET_SUPPLIES', 'shop', 'petco.com'],
  dollarStore: [
    'Dollar Tree',
    'DOLLAR TREE #',
    'GENERAL_MERCHANDISE_DISCOUNT_STORES',
    'shop',
    'dollartree.com',
  ],
  flowers: [
    'Wild Thyme Florist',
    'SQ *WILD THYME FLORIST',
    'GENERAL_MERCHANDISE_GIFTS_AND_NOVELTIES',
    'shop',
    null,
    { confidence: 'MEDIUM' },
  ],
  ikea: ['IKEA', 'IKEA #', 'HOME_IMPROVEMENT_FURNITURE', 'shop', 'ikea.com'],
  homeDepot: ['The Home Depot', 'THE HOME DEPOT #', 'HOME_IMPROVEMENT_HARDWARE', 'shop', 'homedepot.com'],
  plumber: [
    'Reliable Plumbing',
    'RELIABLE PLUMBING LLC',
    'HOME_IMPROVEMENT_REPAIR_AND_MAINTENANCE',
    'shop',
    null,
    { confidence: 'MEDIUM' },
  ],
  // Body and soul
  cvs: ['CVS', 'CVS/PHARMACY #', 'MEDICAL_PHARMACIES_AND_SUPPLEMENTS', 'shop', 'cvs.com'],
  walgreens: ['Walgreens', 'WALGREENS #', 'MEDICAL_PHARMACIES_AND_SUPPLEMENTS', 'shop', 'walgreens.com'],
  dentist: ['Oak Street Dental', 'OAK STREET DENTAL', 'MEDICAL_DENTAL_CARE', 'shop', null],
  doctor: ['Lakeside Family Medicine', 'LAKESIDE FAMILY MEDICINE', 'MEDICAL_PRIMARY_CARE', 'shop', null],
  vet: ['Willow Veterinary Clinic', 'WILLOW VETERINARY CLINIC', 'MEDICAL_VETERINARY_SERVICES', 'shop', null],
  hair: [
    'Studio Nine Hair',
    'SQ *STUDIO NINE HAIR',
    'PERSONAL_CARE_HAIR_AND_BEAUTY',
    'shop',
    null,
    { settles: 'tip' },
  ],
  gym: [
    'Touchstone Climbing',
    'TOUCHSTONE CLIMBING',
    'PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS',
    'web',
    'touchstoneclimbing.com',
    { settles: 'never pending' },
  ],
  cinema: ['AMC Theatres', 'AMC #', 'ENTERTAINMENT_TV_AND_MOVIES', 'shop', 'amctheatres.com'],
  museum: [
    'City Museum of Art',
    'CITY MUSEUM OF ART',
    'ENTERTAINMENT_SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS',
    'shop',
    null,
  ],
  steam: ['Steam', 'STEAM PURCHASE', 'ENTERTAINMENT_VIDEO_GAMES', 'web', 'store.steampowered.com'],
  // Subscriptions and bills
  netflix: [
    'Netflix',
    'NETFLIX.COM',
    'ENTERTAINMENT_TV_AND_MOVIES',
    'web',
    'netflix.com',
    { settles: 'never pending' },
  ],
  spotify: [
    'Spotify',
    'SPOTIFY USA',
    'ENTERTAINMENT_MUSIC_AND_AUDIO',
    'web',
    'spotify.com',
    { settles: 'never pending' },
  ],
  hulu: ['Hulu', 'HULU', 'ENTERTAINMENT_TV_AND_MOVIES', 'web', 'hulu.com', { settles: 'never pending' }],
  newspaper: [
    'The New York Times',
    'NYTIMES DISC',
    'GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS',
    'web',
    'nytimes.com',
    { settles: 'never pending' },
  ],
  cloudStorage: [
    'Dropbox',
    'DROPBOX*',
    'GENERAL_SERVICES_OTHER_GENERAL_SERVICES',
    'web',
    'dropbox.com',
    { settles: 'never pending' },
  ],
  prime: [
    'Amazon Prime',
    'AMAZON PRIME*',
    'GENERAL_MERCHANDISE_ONLINE_MARKETPLACES',
    'web',
    'amazon.com',
    { settles: 'never pending' },
  ],
  electricity: [
    'Harbor Power & Light',
    'HARBOR POWER & LIGHT BILLPAY',
    'RENT_AND_UTILITIES_GAS_AND_ELECTRICITY',
    'bill',
    null,
  ],
  water: ['City Water Department', 'CITY WATER DEPT', 'RENT_AND_UTILITIES_WATER', 'bill', null],
  waste: [
    'Greenway Waste',
    'GREENWAY WASTE SVC',
    'RENT_AND_UTILITIES_SEWAGE_AND_WASTE_MANAGEMENT',
    'bill',
    null,
  ],
  internet: [
    'Comcast',
    'COMCAST CABLE COMM',
    'RENT_AND_UTILITIES_INTERNET_AND_CABLE',
    'bill',
    'xfinity.com',
    { confidence: 'VERY_HIGH' },
  ],
  phone: [
    'T-Mobile',
    'TMOBILE*AUTO PAY',
    'RENT_AND_UTILITIES_TELEPHONE',
    'bill',
    't-mobile.com',
    { confidence: 'VERY_HIGH' },
  ],
  rent: ['Parkview Apartments', 'PARKVIEW APTS RENT', 'RENT_AND_UTILITIES_RENT', 'bill', null],
  carInsurance: [
    'GEICO',
    'GEICO *AUTO',
    'GENERAL_SERVICES_INSURANCE',
    'bill',
    'geico.com',
    { confidence: 'VERY_HIGH' },
  ],
  homeInsurance: [
    'Evergreen Mutual',
    'EVERGREEN MUTUAL HOMEOWNERS',
    'GENERAL_SERVICES_INSURANCE',
    'bill',
    null,
  ],
  daycare: ['Little Acorns Preschool', 'LITTLE ACORNS PRESCHOOL', 'GENERAL_SERVICES_CHILDCARE', 'bill', null],
  accountant: [
    'Fields & Park Tax',
    'FIELDS AND PARK TAX',
    'GENERAL_SERVICES_ACCOUNTING_AND_FINANCIAL_PLANNING',
    'web',
    null,
  ],
  charity: [
    'Food Bank of the Bay',
    'FOOD BANK OF THE BAY',
    'GOVERNMENT_AND_NON_PROFIT_DONATIONS',
    'web',
    null,
  ],
  propertyTax: [
    'County Tax Collector',
    'COUNTY TAX COLLECTOR',
    'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT',
    'bill',
    null,
  ],
  // Travel
  airline: ['United Airlines', 'UNITED 016#', 'TRAVEL_FLIGHTS', 'web', 'united.com'],
  hotel: ['Marriott', 'MARRIOTT #', 'TRAVEL_LODGING', 'web', 'marriott.com', { settles: 'hold' }],
  airbnb: ['Airbnb', 'AIRBNB * HM', 'TRAVEL_LODGING', 'market', 'airbnb.com'],
  rentalCar: ['Hertz', 'HERTZ RENT-A-CAR', 'TRAVEL_RENTAL_CARS', 'shop', 'hertz.com', { settles: 'hold' }],
  parisCafe: [
    'Café de la Paix',
    'CAFE DE LA PAIX PARIS FR',
    'FOOD_AND_DRINK_RESTAURANT',
    'shop',
    null,
    { confidence: 'HIGH' },
  ],
  parisMuseum: [
    'Musée du Quai',
    'MUSEE DU QUAI PARIS FR',
    'ENTERTAINMENT_SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS',
    'shop',
    null,
    { confidence: 'MEDIUM' },
  ],
  // Banks
  cardPayment: ['Credit card payment', 'PAYMENT THANK YOU', 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT', 'bank'],
  toSavings: ['Transfer to savings', 'ONLINE TRANSFER TO SAVINGS', 'TRANSFER_OUT_SAVINGS', 'bank'],
  fromChecking: ['Transfer from checking', 'ONLINE TRANSFER FROM CHECKING', 'TRANSFER_IN_SAVINGS', 'bank'],
  fromSavings: [
    'Transfer from savings',
    'ONLINE TRANSFER FROM SAVINGS',
    'TRANSFER_IN_ACCOUNT_TRANSFER',
    'bank',
  ],
  toChecking: [
    'Transfer to checking',
    'ONLINE TRANSFER TO CHECKING',
    'TRANSFER_OUT_ACCOUNT_TRANSFER',
    'bank',
  ],
  toBrokerage: [
    'Transfer to brokerage',
    'TARTAN BANK BROKERAGE ACH',
    'TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS',
    'bank',
  ],
  mortgage: ['Mortgage payment', 'MORTGAGE PAYMENT', 'LOAN_PAYMENTS_MORTGAGE_PAYMENT', 'bank'],
  studentLoan: [
    'Student loan payment',
    'TARTAN BANK STUDENT LN PMT',
    'LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT',
    'bank',
  ],
  loanPayment: [
    'Payment received',
    'PAYMENT RECEIVED',
    'TRANSFER_IN_ACCOUNT_TRANSFER',
    'bank',
    null,
    { confidence: 'MEDIUM' },
  ],
  loanInterest: ['Interest accrued', 'INTEREST ACCRUED', 'BANK_FEES_INTEREST_CHARGE', 'bank'],
  interestEarned: [
    'Interest',
    'INTEREST PAYMENT',
    'INCOME_INTEREST_EARNED',
    'bank',
    null,
    { confidence: 'VERY_HIGH' },
  ],
  interestCharge: [
    'Interest charge',
    'INTEREST CHARGE ON PURCHASES',
    'BANK_FEES_INTEREST_CHARGE',
    'bank',
    null,
    { confidence: 'VERY_HIGH' },
  ],
  lateFee: ['Late fee', 'LATE PAYMENT FEE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
  overdraftFee: ['Overdraft fee', 'OVERDRAFT ITEM FEE', 'BANK_FEES_OVERDRAFT_FEES', 'bank'],
  foreignFee: [
    'Foreign transaction fee',
    'FOREIGN TRANSACTION FEE',
    'BANK_FEES_FOREIGN_TRANSACTION_FEES',
    'bank',
  ],
  atmFee: ['ATM fee', 'NON-NETWORK ATM FEE', 'BANK_FEES_ATM_FEES', 'bank'],
  annualFee: ['Annual membership fee', 'ANNUAL MEMBERSHIP FEE', 'BANK_FEES_OTHER_BANK_FEES', 'bank'],
  atm: ['ATM withdrawal', 'ATM WITHDRAWAL #', 'TRANSFER_OUT_WITHDRAWAL', 'bank'],
  check: [
    'Check',
    'CHECK PAID',
    'TRANSFER_OUT_OTHER_TRANSFER_OUT',
    'bank',
    null,
    { confidence: 'UNKNOWN', isCheck: true },
  ],
  // Income
  employerAnn: ['Meridian Design', 'MERIDIAN DESIGN DIR DEP', 'INCOME_WAGES', 'pay'],
  employerBob: ['Riverside School District', 'RIVERSIDE SCHOOL DIST PAYROLL', 'INCOME_WAGES', 'pay'],
  employer: ['Gusto', 'GUSTO PAYROLL', 'INCOME_WAGES', 'pay', 'gusto.com'],
  taxRefund: ['IRS', 'IRS TREAS 310 TAX REF', 'INCOME_TAX_REFUND', 'pay', 'irs.gov'],
  venmoIn: ['Venmo', 'VENMO CASHOUT', 'TRANSFER_IN_ACCOUNT_TRANSFER', 'bank', 'venmo.com'],
} satisfies Record<string, Line>;

export type MerchantKey = keyof typeof TABLE;

const MERCHANTS: ReadonlyMap<string, Merchant> = new Map(
  Object.entries(TABLE).map(([key, line]) => [key, built(line)]),
);

/** Looks a merchant up by its key in the table. */
export function merchant(key: MerchantKey): Merchant {
  const found = MERCHANTS.get(key);
  if (!found) throw new RangeError(`There is no merchant "${key}".`);
  return found;
}

/** All of them, for whoever meets their lines again. */
export function everyMerchant(): readonly Merchant[] {
  return [...MERCHANTS.values()];
}

export function built([name, pattern, category, how, website = null, more = {}]: Line): Merchant {
  const store = String(100 + (hash(name) % 9000));
  const line = pattern.replace('#', store);
  return { name, line, category, website, entityId: idFor(37, 'entity', name), store, ...WAYS[how], ...more };
}
