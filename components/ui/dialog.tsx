'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';

type Props = {
  /** The control that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  title: string;
  /** One sentence on what will happen. */
  description?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A question that must be answered before going on. For anything longer or calmer, use a page or a panel. */
export function Dialog({ trigger, title, description, open, onOpenChange, children }: Props) {
  const steering = {
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  return (
    <Radix.Root {...steering}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className="fixed inset-x-4 bottom-4 z-50 mx-auto max-h-[85dvh] max-w-md overflow-y-auto rounded-xl bg-raised p-6 shadow-float sm:top-1/2 sm:bottom-auto sm:-translate-y-1/2"
        >
          <Radix.Title className="pr-8 text-16 font-semibold">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description className="mt-1 text-14 text-ink-2">{description}</Radix.Description>
          )}
          <div className="mt-4">{children}</div>
          <Radix.Close asChild>
            <Button
              variant="quiet"
              size="sm"
              aria-label="Close"
              className="absolute top-4 right-4 size-8 px-0"
            >
              <X aria-hidden className="size-4" />
            </Button>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog it stands in. */
export const DialogClose = Radix.Close;
