import type { Route } from 'next';
import { Segment } from '@/components/ui/segment';

const PAGES = [
  { label: 'Connections', href: '/settings/connections' as Route },
  { label: 'Profile', href: '/settings/profile' as Route },
];

/** The pages of the settings, one of them current. */
export function SettingsNav({ current }: { current: '/settings/connections' | '/settings/profile' }) {
  return (
    <Segment
      label="Settings"
      options={PAGES.map(({ label, href }) => ({ label, href, current: href === current }))}
    />
  );
}
