CREATE TABLE "holding_days" (
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"security_id" uuid NOT NULL,
	"day" date NOT NULL,
	"quantity" numeric NOT NULL,
	"value" bigint NOT NULL,
	"cost_basis" bigint,
	"currency" text NOT NULL,
	CONSTRAINT "holding_days_user_id_account_id_security_id_day_pk" PRIMARY KEY("user_id","account_id","security_id","day")
);
--> statement-breakpoint
ALTER TABLE "holding_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNLOGGED TABLE "plaid_calls" (
	"key" text PRIMARY KEY NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plaid_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plaid_circuits" (
	"endpoint" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"request_id" text,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"open_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plaid_circuits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "disconnect_reason" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "webhook_url" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "webhook_acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "announced_history" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "is_investments_fallback" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "looked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "token_rotation_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "holding_days" ADD CONSTRAINT "holding_days_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_days" ADD CONSTRAINT "holding_days_user_id_security_id_securities_user_id_id_fk" FOREIGN KEY ("user_id","security_id") REFERENCES "public"."securities"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "holding_days_owner" ON "holding_days" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));