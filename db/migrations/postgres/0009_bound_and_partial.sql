CREATE TABLE "partial_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"proceeding_id" text NOT NULL,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"signed_on" date NOT NULL,
	"signed_by" text NOT NULL,
	"signer_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "bound" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "partial_answers" ADD CONSTRAINT "partial_answers_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partial_answers" ADD CONSTRAINT "partial_answers_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partial_answers_inquiry" ON "partial_answers" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "partial_answers_proceeding" ON "partial_answers" USING btree ("proceeding_id");