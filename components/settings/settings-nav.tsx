import type { Route } from 'next';
import { Segment } from '@/components/ui/segment';

const PAGES = [
  { label: 'Connections', href: '/settings/connections' as Route },
  { label: 'Profile', href: '/settings/profile' as Route },
  { label: 'Display', href: '/settings/display' as Route },
];

type Props = { current: '/settings/connections' | '/settings/profile' | '/settings/display' };

/** The pages of the settings, one of them current. */
export function SettingsNav({ current }: Props) {
  return (
    <Segment
      label="Settings"
      options={PAGES.map(({ label, href }) => ({ label, href, current: href === current }))}
    />
  );
}
