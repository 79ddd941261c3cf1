ALTER TABLE "item_products" ADD COLUMN "bank_reached_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "disconnects_at" timestamp with time zone;