ALTER TABLE "users" ADD COLUMN "number_form" text DEFAULT 'locale' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "date_form" text DEFAULT 'words' NOT NULL;