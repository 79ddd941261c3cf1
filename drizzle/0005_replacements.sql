CREATE TABLE "item_replacements" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"former_name" text NOT NULL,
	"is_automatic" boolean NOT NULL,
	"summary" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "item_replacements_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "item_replacements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "former_plaid_account_ids" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "replaces_item_id" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "is_choosing_accounts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "is_kept" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "item_replacements" ADD CONSTRAINT "item_replacements_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_replacements_by_item" ON "item_replacements" USING btree ("user_id","item_id");--> statement-breakpoint
CREATE INDEX "transactions_kept" ON "transactions" USING btree ("user_id","account_id","posted_day") WHERE is_kept;--> statement-breakpoint
CREATE POLICY "item_replacements_owner" ON "item_replacements" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));