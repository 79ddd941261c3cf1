import type { Metadata } from 'next';
import { Landing } from '@/components/landing/landing';
import { tryDemo } from './actions';

export const metadata: Metadata = { title: { absolute: 'Evenkeel: all your money, in one calm place' } };

export default function LandingPage() {
  return <Landing tryDemo={tryDemo} />;
}
