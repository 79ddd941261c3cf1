ALTER TABLE "link_intents" ADD COLUMN "replaces_item_id" uuid;--> statement-breakpoint
ALTER TABLE "items" DROP COLUMN "is_choosing_accounts";