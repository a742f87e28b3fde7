CREATE TABLE "authorities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"certificate" "bytea" NOT NULL,
	"fingerprint" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"person_id" text,
	"statement" text NOT NULL,
	"cms" "bytea" NOT NULL,
	"text" text NOT NULL,
	"signer_name" text NOT NULL,
	"issuer" text NOT NULL,
	"serial" text NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"revocation" text NOT NULL,
	"next_check_at" timestamp (3) with time zone,
	CONSTRAINT "signatures_subject" CHECK ("signatures"."subject" in ('inquiry', 'answer')),
	CONSTRAINT "signatures_revocation" CHECK ("signatures"."revocation" in ('good', 'revoked', 'unchecked'))
);
--> statement-breakpoint
CREATE TABLE "spent_statements" (
	"nonce_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "authorities_once" ON "authorities" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "signatures_subject" ON "signatures" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "signatures_unchecked" ON "signatures" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "spent_statements_expires" ON "spent_statements" USING btree ("expires_at");