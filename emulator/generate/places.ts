/** Where a shop stands, as Plaid tells it of a purchase in a store (FLD-6). */
import type { Location } from 'plaid';
import type { City } from './bank-row';
import { seeded } from './seeded';

/** Degrees north and east of a town's middle, by "Town, REGION". */
const MIDDLES: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  'Austin, TX': [30.2672, -97.7431],
  'Boston, MA': [42.3601, -71.0589],
  'Boulder, CO': [40.015, -105.2705],
  'Chicago, IL': [41.8781, -87.6298],
  'Columbus, OH': [39.9612, -82.9988],
  'Denver, CO': [39.7392, -104.9903],
  'Lincoln, NE': [40.8136, -96.7026],
  'Madison, WI': [43.0731, -89.4012],
  'Malakoff, NY': [42.9926, -78.7512],
  'Minneapolis, MN': [44.9778, -93.265],
  'New York, NY': [40.7128, -74.006],
  'Oakland, CA': [37.8044, -122.2712],
  'Paris, IDF': [48.8566, 2.3522],
  'Philadelphia, PA': [39.9526, -75.1652],
  'Phoenix, AZ': [33.4484, -112.074],
  'Portland, OR': [45.5152, -122.6784],
  'San Diego, CA': [32.7157, -117.1611],
  'San Francisco, CA': [37.7749, -122.4194],
  'Seattle, WA': [47.6062, -122.3321],
  'Tucson, AZ': [32.2226, -110.9747],
};

const STREETS = ['Main St', 'Oak Ave', 'Market St', '2nd St', 'Park Blvd', 'Cedar Rd', 'Lake Ave', 'Mill St'];

/** The same shop of the same town is always at the same door; where the town is not known, no point is made up. */
export function shopIn({ city, region, postalCode, country }: City, shop: string, store: string): Location {
  const chance = seeded('shop', shop, city, region);
  const middle = MIDDLES[`${city}, ${region}`];
  const [north, east] = [chance.between(-300, 300), chance.between(-300, 300)];
  const address = `${chance.between(10, 2999)} ${chance.pick(STREETS)}`;
  return {
    address,
    city,
    region,
    postal_code: postalCode,
    country,
    lat: middle ? near(middle[0], north) : null,
    lon: middle ? near(middle[1], east) : null,
    store_number: store,
  };
}

/** Ten-thousandths of a degree away, in four digits as banks round it. */
function near(degrees: number, tenThousandths: number): number {
  return Math.round(degrees * 10_000 + tenThousandths) / 10_000;
}
