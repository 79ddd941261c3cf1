ALTER TABLE "account_balances" ADD COLUMN "booked" bigint;--> statement-breakpoint
ALTER TABLE "account_balances" ADD COLUMN "pending" bigint;