CREATE TABLE "account_balances" (
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"balance" bigint NOT NULL,
	"currency" text NOT NULL,
	"is_estimated" boolean NOT NULL,
	CONSTRAINT "account_balances_user_id_account_id_day_pk" PRIMARY KEY("user_id","account_id","day")
);
--> statement-breakpoint
ALTER TABLE "account_balances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"plaid_account_id" text NOT NULL,
	"persistent_account_id" text,
	"bank_name" text NOT NULL,
	"official_name" text,
	"display_name" text,
	"name" text GENERATED ALWAYS AS (coalesce(display_name, bank_name)) STORED NOT NULL,
	"mask" text,
	"type" text NOT NULL,
	"subtype" text,
	"currency" text NOT NULL,
	"balance" bigint,
	"available" bigint,
	"credit_limit" bigint,
	"balance_at" timestamp with time zone,
	"owner_names" text[] DEFAULT '{}'::text[] NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "budget_limits" (
	"user_id" uuid NOT NULL,
	"category_id" text NOT NULL,
	"currency" text NOT NULL,
	"from_month" text NOT NULL,
	"amount" bigint,
	CONSTRAINT "budget_limits_user_id_category_id_currency_from_month_pk" PRIMARY KEY("user_id","category_id","currency","from_month")
);
--> statement-breakpoint
ALTER TABLE "budget_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holdings" (
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"security_id" uuid NOT NULL,
	"quantity" numeric NOT NULL,
	"price" numeric NOT NULL,
	"price_day" date,
	"value" bigint NOT NULL,
	"cost_basis" bigint,
	"currency" text NOT NULL,
	CONSTRAINT "holdings_user_id_account_id_security_id_pk" PRIMARY KEY("user_id","account_id","security_id")
);
--> statement-breakpoint
ALTER TABLE "holdings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "investment_transactions" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"security_id" uuid,
	"plaid_investment_transaction_id" text NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"subtype" text,
	"quantity" numeric NOT NULL,
	"price" numeric NOT NULL,
	"amount" bigint NOT NULL,
	"fees" bigint,
	"currency" text NOT NULL,
	CONSTRAINT "investment_transactions_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "investment_transactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "securities" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plaid_security_id" text NOT NULL,
	"name" text,
	"ticker" text,
	"type" text NOT NULL,
	"subtype" text,
	"sector" text,
	"is_cash_equivalent" boolean DEFAULT false NOT NULL,
	"close_price" numeric,
	"close_price_day" date,
	"currency" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "securities_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "securities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "institutions" (
	"plaid_institution_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"primary_color" text,
	"logo" text,
	"is_oauth" boolean DEFAULT false NOT NULL,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "institutions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "item_products" (
	"user_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"product" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"error_code" text,
	"attempted_at" timestamp with time zone,
	"succeeded_at" timestamp with time zone,
	CONSTRAINT "item_products_user_id_item_id_product_pk" PRIMARY KEY("user_id","item_id","product")
);
--> statement-breakpoint
ALTER TABLE "item_products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "items" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"plaid_item_id" text NOT NULL,
	"access_token_sealed" text NOT NULL,
	"plaid_institution_id" text,
	"institution_name" text NOT NULL,
	"state" text DEFAULT 'healthy' NOT NULL,
	"error_type" text,
	"error_code" text,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"has_new_accounts" boolean DEFAULT false NOT NULL,
	"consent_expires_at" timestamp with time zone,
	"bank_reached_at" timestamp with time zone,
	"needs_presence" boolean DEFAULT false NOT NULL,
	"transactions_cursor" text,
	"epoch" integer DEFAULT 1 NOT NULL,
	"is_rebuilding" boolean DEFAULT false NOT NULL,
	"initial_update_at" timestamp with time zone,
	"historical_update_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "items_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "link_intents" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"public_token_hash" text NOT NULL,
	"public_token_sealed" text,
	"link_session_id" text,
	"plaid_institution_id" text,
	"state" text DEFAULT 'started' NOT NULL,
	"item_id" uuid,
	"request_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_intents_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "link_intents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "liabilities" (
	"user_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"aprs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"interest_rate" numeric,
	"interest_rate_type" text,
	"is_overdue" boolean,
	"minimum_payment" bigint,
	"next_due_day" date,
	"last_payment_amount" bigint,
	"last_payment_day" date,
	"statement_balance" bigint,
	"statement_day" date,
	"past_due_amount" bigint,
	"origination_day" date,
	"origination_principal" bigint,
	"outstanding_interest" bigint,
	"payoff_day" date,
	"ytd_interest" bigint,
	"ytd_principal" bigint,
	"escrow_balance" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "liabilities_user_id_account_id_pk" PRIMARY KEY("user_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "liabilities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recurring_streams" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"plaid_stream_id" text NOT NULL,
	"direction" text NOT NULL,
	"description" text NOT NULL,
	"merchant_name" text,
	"frequency" text NOT NULL,
	"status" text NOT NULL,
	"is_active" boolean NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"predicted_next_day" date,
	"average_amount" bigint NOT NULL,
	"last_amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"category_id" text NOT NULL,
	"plaid_transaction_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "recurring_streams_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "recurring_streams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_jobs" (
	"user_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"want" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"not_before" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"trigger" text DEFAULT 'link' NOT NULL,
	"last_run_at" timestamp with time zone,
	CONSTRAINT "sync_jobs_user_id_item_id_pk" PRIMARY KEY("user_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "sync_jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_pages" (
	"user_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"start_cursor" text NOT NULL,
	"page" integer NOT NULL,
	"next_cursor" text NOT NULL,
	"has_more" boolean NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_pages_user_id_item_id_epoch_start_cursor_page_pk" PRIMARY KEY("user_id","item_id","epoch","start_cursor","page")
);
--> statement-breakpoint
ALTER TABLE "sync_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"fence" integer NOT NULL,
	"outcome" text DEFAULT 'running' NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "sync_runs_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "sync_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "monthly_totals" (
	"user_id" uuid NOT NULL,
	"month" text NOT NULL,
	"account_id" uuid NOT NULL,
	"category_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "monthly_totals_user_id_month_account_id_category_id_currency_pk" PRIMARY KEY("user_id","month","account_id","category_id","currency")
);
--> statement-breakpoint
ALTER TABLE "monthly_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transactions" (
	"user_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"plaid_transaction_id" text NOT NULL,
	"pending_plaid_transaction_id" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"posted_day" date NOT NULL,
	"authorized_day" date,
	"day" date GENERATED ALWAYS AS (coalesce(authorized_day, posted_day)) STORED NOT NULL,
	"is_pending" boolean NOT NULL,
	"bank_name" text NOT NULL,
	"original_description" text,
	"merchant_name" text,
	"counterparty_name" text,
	"user_merchant_name" text,
	"name" text GENERATED ALWAYS AS (coalesce(user_merchant_name, merchant_name, counterparty_name, bank_name)) STORED NOT NULL,
	"merchant_entity_id" text,
	"logo_url" text,
	"website" text,
	"payment_channel" text NOT NULL,
	"plaid_category_primary" text,
	"plaid_category_detailed" text,
	"plaid_category_confidence" text,
	"plaid_category_version" text,
	"bank_category_id" text NOT NULL,
	"rule_category_id" text,
	"user_category_id" text,
	"category_id" text GENERATED ALWAYS AS (coalesce(user_category_id, rule_category_id, bank_category_id)) STORED NOT NULL,
	"note" text,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search_text" text GENERATED ALWAYS AS (lower(coalesce(user_merchant_name, '') || ' ' || coalesce(merchant_name, '') || ' ' || bank_name || ' ' || coalesce(original_description, '') || ' ' || coalesce(note, ''))) STORED NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transactions_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "transactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"name" text,
	"time_zone" text DEFAULT 'America/New_York' NOT NULL,
	"currency" text DEFAULT 'USD' NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"window_started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"count" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rate_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"code" text NOT NULL,
	"plaid_item_id" text,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone,
	"outcome" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "webhooks_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_balances" ADD CONSTRAINT "account_balances_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_limits" ADD CONSTRAINT "budget_limits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdings" ADD CONSTRAINT "holdings_user_id_security_id_securities_user_id_id_fk" FOREIGN KEY ("user_id","security_id") REFERENCES "public"."securities"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "investment_transactions" ADD CONSTRAINT "investment_transactions_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "investment_transactions" ADD CONSTRAINT "investment_transactions_user_id_security_id_securities_user_id_id_fk" FOREIGN KEY ("user_id","security_id") REFERENCES "public"."securities"("user_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "securities" ADD CONSTRAINT "securities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_products" ADD CONSTRAINT "item_products_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_intents" ADD CONSTRAINT "link_intents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "liabilities_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_streams" ADD CONSTRAINT "recurring_streams_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD CONSTRAINT "sync_jobs_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD CONSTRAINT "sync_pages_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_user_id_item_id_items_user_id_id_fk" FOREIGN KEY ("user_id","item_id") REFERENCES "public"."items"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_totals" ADD CONSTRAINT "monthly_totals_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_account_id_accounts_user_id_id_fk" FOREIGN KEY ("user_id","account_id") REFERENCES "public"."accounts"("user_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_balances_by_day" ON "account_balances" USING btree ("user_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_plaid_account" ON "accounts" USING btree ("user_id","plaid_account_id");--> statement-breakpoint
CREATE INDEX "accounts_by_item" ON "accounts" USING btree ("user_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "investment_transactions_plaid" ON "investment_transactions" USING btree ("user_id","plaid_investment_transaction_id");--> statement-breakpoint
CREATE INDEX "investment_transactions_newest" ON "investment_transactions" USING btree ("user_id","account_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "securities_plaid_security" ON "securities" USING btree ("user_id","plaid_security_id");--> statement-breakpoint
CREATE UNIQUE INDEX "items_plaid_item" ON "items" USING btree ("user_id","plaid_item_id");--> statement-breakpoint
CREATE INDEX "items_by_plaid_item" ON "items" USING btree ("plaid_item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_intents_token" ON "link_intents" USING btree ("user_id","public_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "recurring_streams_plaid_stream" ON "recurring_streams" USING btree ("user_id","plaid_stream_id");--> statement-breakpoint
CREATE INDEX "sync_runs_latest" ON "sync_runs" USING btree ("user_id","item_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_plaid_transaction" ON "transactions" USING btree ("user_id","plaid_transaction_id");--> statement-breakpoint
CREATE INDEX "transactions_newest" ON "transactions" USING btree ("user_id","day","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "transactions_by_account" ON "transactions" USING btree ("user_id","account_id","day","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "transactions_by_category" ON "transactions" USING btree ("user_id","category_id","day","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "transactions_tombstones" ON "transactions" USING btree ("user_id","removed_at") WHERE removed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "webhooks_unhandled" ON "webhooks" USING btree ("received_at") WHERE handled_at is null;--> statement-breakpoint
CREATE POLICY "account_balances_owner" ON "account_balances" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "accounts_owner" ON "accounts" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "budget_limits_owner" ON "budget_limits" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "holdings_owner" ON "holdings" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "investment_transactions_owner" ON "investment_transactions" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "securities_owner" ON "securities" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "institutions_read" ON "institutions" AS PERMISSIVE FOR SELECT TO "evenkeel_person" USING (true);--> statement-breakpoint
CREATE POLICY "item_products_owner" ON "item_products" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "items_owner" ON "items" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "link_intents_owner" ON "link_intents" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "liabilities_owner" ON "liabilities" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "recurring_streams_owner" ON "recurring_streams" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "sync_jobs_owner" ON "sync_jobs" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "sync_pages_owner" ON "sync_pages" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "sync_runs_owner" ON "sync_runs" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "monthly_totals_owner" ON "monthly_totals" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "transactions_owner" ON "transactions" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (user_id = (select app_user_id())) WITH CHECK (user_id = (select app_user_id()));--> statement-breakpoint
CREATE POLICY "users_owner" ON "users" AS PERMISSIVE FOR ALL TO "evenkeel_person" USING (id = (select app_user_id())) WITH CHECK (id = (select app_user_id()));