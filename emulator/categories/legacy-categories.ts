/**
 * Plaid's categories of before 2021, which `/categories/get` and the option of Enrich still speak of. A line
 * is the number of its first name; the others count on from there: two digits are a group and its kind, five
 * a category of it, eight a subcategory.
 */
import type { Category } from 'plaid';

const OUTLINE = `
10 special Bank Fees
10001 Overdraft | ATM | Late Payment | Fraud Dispute | Foreign Transaction | Wire Transfer
10007 Insufficient Funds | Cash Advance | Excess Activity
11 special Cash Advance
12 place Community
12001 Animal Shelter | Assisted Living Services | Cemetery | Courts | Day Care and Preschools
12006 Disabled Persons Services | Drug and Alcohol Services | Education
12009 Government Departments and Agencies | Government Lobbyists | Housing Assistance and Shelters
12012 Law Enforcement | Libraries | Military | Organizations and Associations | Post Offices
12017 Public and Social Services | Religious | Senior Citizen Services
12002001 Facilities and Nursing Homes | Caretakers
12008001 Vocational Schools | Tutoring and Educational Services | Primary and Secondary Schools
12008004 Fraternities and Sororities | Driving Schools | Dance Schools | Culinary Lessons and Schools
12008008 Computer Training | Colleges and Universities | Art School | Adult Education
12012001 Police Stations | Fire Stations | Correctional Institutions
12015001 Youth Organizations | Environmental | Charities and Non-Profits
12018001 Temple | Synagogues | Mosques | Churches
12019001 Retirement
13 place Food and Drink
13001 Bar | Breweries | Internet Cafes | Nightlife | Restaurants
13001001 Wine Bar | Sports Bar | Hotel Lounge
13004001 Strip Club | Night Clubs | Karaoke | Jazz and Blues Cafe | Hookah Lounges | Adult Entertainment
13005001 Winery | Vegan and Vegetarian | Turkish | Thai | Swiss | Sushi | Steakhouses | Spanish | Seafood
13005010 Scandinavian | Portuguese | Pizza | Moroccan | Middle Eastern | Mexican | Mediterranean
13005017 Latin American | Korean | Juice Bar | Japanese | Italian | Indonesian | Indian | Ice Cream
13005025 Greek | German | Gastropub | French | Food Truck | Fish and Chips | Filipino | Fast Food
13005033 Falafel | Ethiopian | Eastern European | Donuts | Distillery | Diners | Dessert | Delis
13005041 Cupcake Shop | Cuban | Coffee Shop | Chinese | Caribbean | Cajun | Cafe | Burrito | Burgers
13005050 Breakfast Spot | Brazilian | Barbecue | Bakery | Bagel Shop | Australian | Asian | American
13005058 African | Afghan
14 place Healthcare
14001 Healthcare Services | Physicians
14001001 Psychologists | Pregnancy and Sexual Health | Podiatrists | Physical Therapy | Optometrists
14001006 Nutritionists | Nurses | Mental Health | Medical Supplies and Labs
14001010 Hospitals, Clinics and Medical Centers | Emergency Services | Dentists | Counseling and Therapy
14001014 Chiropractors | Blood Banks and Centers | Alternative Medicine | Acupuncture
15 special Interest
15001 Interest Earned | Interest Charged
16 special Payment
16001 Credit Card | Rent | Loan
17 place Recreation
17001 Arts and Entertainment | Athletic Fields | Baseball | Basketball | Batting Cages | Boating
17007 Campgrounds and RV Parks | Canoes and Kayaks | Combat Sports | Cycling | Dance | Equestrian
17013 Football | Go Carts | Golf | Gun Ranges | Gymnastics | Gyms and Fitness Centers | Hiking | Hockey
17021 Hot Air Balloons | Hunting and Fishing | Landmarks | Miniature Golf | Outdoors | Paintball | Parks
17028 Personal Trainers | Race Tracks | Racquet Sports | Racquetball | Rafting | Recreation Centers
17034 Rock Climbing | Running | Scuba Diving | Skating | Skydiving | Snow Sports | Soccer
17041 Sports and Recreation Camps | Sports Clubs | Stadiums and Arenas | Swimming | Tennis | Water Sports
17047 Yoga and Pilates | Zoo
17001001 Theatrical Productions | Symphony and Opera | Sports Venues | Social Clubs
17001005 Psychics and Astrologers | Party Centers | Music and Show Venues | Museums | Movie Theatres
17001010 Fairgrounds and Rodeos | Entertainment | Dance Halls and Saloons | Circuses and Carnivals
17001014 Casinos and Gaming | Bowling | Billiards and Pool | Art Dealers and Galleries
17001018 Arcades and Amusement Parks | Aquarium
17023001 Monuments and Memorials | Historic Sites | Gardens | Buildings and Structures
17025001 Rivers | Mountains | Lakes | Forests | Beaches
17027001 Playgrounds | Picnic Areas | Natural Parks
18 place Service
18001 Advertising and Marketing
18003 Art Restoration | Audiovisual | Automation and Control Systems | Automotive
18007 Business and Strategy Consulting | Business Services | Cable | Chemicals and Gasses | Cleaning
18012 Computers | Construction | Credit Counseling and Bankruptcy Services | Dating and Escort
18016 Employment Agencies | Engineering | Entertainment | Events and Event Planning | Financial
18021 Food and Beverage | Funeral Services | Geological | Home Improvement | Household | Human Resources
18027 Immigration | Import and Export | Industrial Machinery and Vehicles | Insurance | Internet Services
18032 Leather | Legal | Logging and Sawmills | Machine Shops | Management | Manufacturing
18038 Media Production | Metals | Mining | News Reporting | Oil and Gas | Packaging | Paper
18045 Personal Care | Petroleum | Photography | Plastics | Rail | Real Estate | Refrigeration and Ice
18052 Renewable Energy | Repair Services | Research | Rubber | Scientific | Security and Safety
18058 Shipping and Freight | Software Development | Storage | Subscription | Tailors
18063 Telecommunication Services | Textiles | Tourist Information and Services | Transportation
18067 Travel Agents and Tour Operators | Utilities | Veterinarians | Water and Waste Management
18071 Web Design and Development | Welding | Agriculture and Forestry | Art and Graphic Design
18006001 Towing | Motorcycle, Moped and Scooter Repair | Maintenance and Repair | Car Wash and Detail
18006005 Car Appraisers | Auto Transmission | Auto Tires | Auto Smog Check | Auto Oil and Lube
18020001 Taxes | Student Aid and Grants | Stock Brokers | Loans and Mortgages
18020005 Holding and Investment Offices | Fund Raising | Financial Planning and Investments
18020008 Credit Reporting | Collections | Check Cashing | Business Brokers and Franchises
18020012 Banking and Finance | ATMs | Accounting and Bookkeeping
18045001 Tattooing | Tanning Salons | Spas | Skin Care | Piercing | Massage Clinics and Therapists
18045007 Manicures and Pedicures | Laundry and Garment Services | Hair Salons and Barbers | Hair Removal
18050001 Real Estate Development and Title Companies | Real Estate Appraiser | Real Estate Agents
18050004 Property Management | Corporate Housing | Commercial Real Estate
18050007 Building and Land Surveyors | Boarding Houses | Apartments, Condos and Houses | Rent
18068001 Water | Sanitary and Waste Management | Heating, Ventilating, and Air Conditioning | Gas | Electric
19 place Shops
19001 Adult | Antiques | Arts and Crafts | Auctions | Automotive | Beauty Products | Bicycles
19008 Boat Dealers | Bookstores | Cards and Stationery | Children | Clothing and Accessories
19013 Computers and Electronics | Construction Supplies | Convenience Stores | Costumes
19017 Dance and Music | Department Stores | Digital Purchase | Discount Stores | Electrical Equipment
19022 Equipment Rental | Flea Markets | Florists | Food and Beverage Store | Fuel Dealer
19027 Furniture and Home Decor | Gift and Novelty | Glasses and Optometrist | Hardware Store
19031 Hobby and Collectibles | Industrial Supplies | Jewelry and Watches | Luggage | Marine Supplies
19036 Music, Video and DVD | Musical Instruments | Newsstands | Office Supplies | Outlet | Pawn Shops
19042 Pets | Pharmacies | Photos and Frames | Shopping Centers and Malls | Sporting Goods
19047 Supermarkets and Groceries | Tobacco | Toys | Vintage and Thrift
19051 Warehouses and Wholesale Stores | Wedding and Bridal | Wholesale | Lawn and Garden
19013001 Video Games | Mobile Phones | Cameras
19025001 Specialty | Health Food | Farmers Markets | Beer, Wine and Spirits
20 special Tax
20001 Refund | Payment
21 special Transfer
21001 Internal Account Transfer | ACH | Billpay | Check | Credit | Debit | Deposit
21008 Keep the Change Savings Program | Payroll | Third Party | Wire | Withdrawal | Save As You Go
21007001 Check | ATM
21009001 Benefits
21010001 Venmo | Square Cash | Square | PayPal | Dwolla | Coinbase | Chase QuickPay | Acorns | Digit
21010010 Betterment | Plaid
21012001 Check | ATM
22 place Travel
22001 Airlines and Aviation Services | Airports | Boat | Bus Stations | Car and Truck Rentals
22006 Car Service | Charter Buses | Cruises | Gas Stations | Heliports | Limos and Chauffeurs | Lodging
22013 Parking | Public Transportation Services | Rail | Taxi | Tolls and Fees | Transportation Centers
22006001 Ride Share
22012001 Resorts | Lodges and Vacation Rentals | Hotels and Motels | Hostels | Cottages and Cabins
22012006 Bed and Breakfasts
`;

/** In the order of their ids. */
export const LEGACY_CATEGORIES: readonly Category[] = parsed(OUTLINE);

const BY_ID = new Map(LEGACY_CATEGORIES.map((category) => [category.category_id, category]));

/** One by its id; throws on an id that is in no line of the outline. */
export function legacyCategory(id: string): Category {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`There is no category ${id}.`);
  return found;
}

function parsed(outline: string): Category[] {
  const byId = new Map<string, Category>();
  for (const [, code = '', text = ''] of outline.matchAll(/^(\d+) (.+)$/gm)) {
    if (code.length === 2) {
      const [, group = '', name = ''] = /^(special|place) (.+)$/.exec(text) ?? [];
      byId.set(code, { category_id: idOf(code), group, hierarchy: [name] });
      continue;
    }
    const parent = byId.get(code.slice(0, -3));
    if (!parent) throw new RangeError(`${code} has no parent.`);
    for (const [index, name] of text.split(' | ').entries()) {
      const own = String(Number(code) + index);
      const { group, hierarchy } = parent;
      byId.set(own, { category_id: idOf(own), group, hierarchy: [...hierarchy, name] });
    }
  }
  return [...byId.values()].toSorted((a, b) => (a.category_id < b.category_id ? -1 : 1));
}

function idOf(code: string): string {
  return code.padEnd(8, '0');
}
