CREATE TABLE "transaction_changes" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"transaction_id" uuid NOT NULL,
	"field" text NOT NULL,
	"source" text NOT NULL,
	"before" text,
	"after" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"run_id" uuid,
	CONSTRAINT "transaction_changes_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "transaction_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "new_accounts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "served" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "cursor_before" text;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "cursor_after" text;--> statement-breakpoint
ALTER TABLE "transaction_changes" ADD CONSTRAINT "transaction_changes_user_id_transaction_id_transactions_user_id_id_fk" FOREIGN KEY ("user_id","transaction_id") REFERENCES "public"."transactions"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transaction_changes_latest" ON "transaction_changes" USING btree ("user_id","transaction_id","at");--> statement-breakpoint
CREATE POLICY "transaction_changes_owner" ON "transaction_changes" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
-- Counts are by product from here on: added, changed and removed.
UPDATE "sync_runs" SET "counts" = '{}'::jsonb;
