/** Those who pay people, and what work costs: employers, clients, the state, software, an office. */
import type { Line } from './merchants';

export const WORK = {
  // Employers
  campusLibrary: ['Lakeshore University Payroll', 'LAKESHORE UNIV STUDENT PAYROLL', 'INCOME_WAGES', 'pay'],
  beanHouse: ['Bean House Cafe', 'BEAN HOUSE CAFE PAYROLL', 'INCOME_WAGES', 'pay'],
  warehouse: ['Summit Logistics', 'SUMMIT LOGISTICS DIR DEP', 'INCOME_WAGES', 'pay'],
  homeAide: ['Kindred Home Aides', 'KINDRED HOME AIDES PAYROLL', 'INCOME_WAGES', 'pay'],
  // Clients
  clientNorthwind: ['Northwind Studio', 'NORTHWIND STUDIO INC PAYMENTS', 'INCOME_OTHER_INCOME', 'pay'],
  clientKestrel: ['Kestrel Media', 'KESTREL MEDIA LLC AP', 'INCOME_OTHER_INCOME', 'pay'],
  clientHalyard: ['Halyard Books', 'HALYARD BOOKS VENDOR PMT', 'INCOME_OTHER_INCOME', 'pay'],
  clientStripe: ['Stripe', 'STRIPE TRANSFER', 'INCOME_OTHER_INCOME', 'pay', 'stripe.com'],
  clientBerlin: ['Blauwal Verlag GmbH', 'INCOMING WIRE BLAUWAL VERLAG GMBH', 'INCOME_OTHER_INCOME', 'pay'],
  // The state
  socialSecurity: [
    'Social Security Administration',
    'SSA TREAS 310 XXSOC SEC',
    'INCOME_RETIREMENT_PENSION',
    'pay',
  ],
  pension: ['State Teachers Retirement', 'STATE TEACHERS RET PENSION', 'INCOME_RETIREMENT_PENSION', 'pay'],
  unemployment: ['Employment Development Dept', 'EDD UNEMPLOYMENT BENEFIT', 'INCOME_UNEMPLOYMENT', 'pay'],
  federalTax: ['IRS', 'IRS USATAXPYMT', 'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT', 'bill', 'irs.gov'],
  stateTax: [
    'State Franchise Tax Board',
    'FRANCHISE TAX BO PAYMENTS',
    'GOVERNMENT_AND_NON_PROFIT_TAX_PAYMENT',
    'bill',
  ],
  // What work costs
  designSoftware: [
    'Adobe',
    'ADOBE *CREATIVE CLOUD',
    'GENERAL_SERVICES_OTHER_GENERAL_SERVICES',
    'web',
    'adobe.com',
    { settles: 'never pending' },
  ],
  fontFoundry: ['Schriftwerk', 'SCHRIFTWERK BERLIN DE', 'GENERAL_MERCHANDISE_OFFICE_SUPPLIES', 'web'],
  ukPrinter: [
    'Thames Proofing',
    'THAMES PROOFING LONDON GB',
    'GENERAL_SERVICES_OTHER_GENERAL_SERVICES',
    'web',
  ],
  berlinCafe: ['Kaffee am Kanal', 'KAFFEE AM KANAL BERLIN DE', 'FOOD_AND_DRINK_COFFEE', 'shop'],
  berlinTransit: ['BVG', 'BVG APP BERLIN DE', 'TRANSPORTATION_PUBLIC_TRANSIT', 'web', 'bvg.de'],
  berlinGallery: [
    'Galerie Nordlicht',
    'GALERIE NORDLICHT BERLIN DE',
    'ENTERTAINMENT_SPORTING_EVENTS_AMUSEMENT_PARKS_AND_MUSEUMS',
    'shop',
  ],
  coworking: [
    'Loft Fourteen Coworking',
    'LOFT FOURTEEN COWORKING',
    'GENERAL_SERVICES_OTHER_GENERAL_SERVICES',
    'bill',
    null,
  ],
  officeSupplies: ['Staples', 'STAPLES #', 'GENERAL_MERCHANDISE_OFFICE_SUPPLIES', 'shop', 'staples.com'],
  postOffice: ['USPS', 'USPS PO #', 'GENERAL_SERVICES_POSTAGE_AND_SHIPPING', 'shop', 'usps.com'],
  liabilityInsurance: [
    'Hearth Business Insurance',
    'HEARTH BUSINESS INS',
    'GENERAL_SERVICES_INSURANCE',
    'bill',
    null,
  ],
  healthPlan: ['Cedar Health Plan', 'CEDAR HEALTH PLAN PREMIUM', 'GENERAL_SERVICES_INSURANCE', 'bill', null],
  lawyer: ['Dale & Ostrom Law', 'DALE AND OSTROM LAW', 'GENERAL_SERVICES_CONSULTING_AND_LEGAL', 'web'],
} as const satisfies Record<string, Line>;
