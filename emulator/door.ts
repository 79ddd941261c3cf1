/** The emulator behind the app's own route: one per process, with its memory in the app's database. */
import { createEmulator, type Emulator, type EmulatorOptions } from './index';
import { PostgresStore } from './stores/postgres';
import { onlyTo } from './webhooks/own-webhooks';

type DoorOptions = Pick<EmulatorOptions, 'publicUrl' | 'waitUntil' | 'log'> & {
  readonly databaseUrl: string;
  readonly control: boolean;
};

/** Opens it; the same options give the same one, so that hot reloads do not open a second connection. */
export function openDoor({ databaseUrl, control, ...options }: DoorOptions): Emulator {
  const key = JSON.stringify([databaseUrl, options.publicUrl, control]);
  const kept = doors.get(key);
  if (kept) return kept;
  const store = new PostgresStore(databaseUrl);
  const emulator = createEmulator({
    ...options,
    store,
    controlEnabled: control,
    deliver: onlyTo(options.publicUrl),
  });
  doors.set(key, emulator);
  return emulator;
}

const shared = globalThis as typeof globalThis & { evenkeelEmulators?: Map<string, Emulator> };
const doors = (shared.evenkeelEmulators ??= new Map<string, Emulator>());
