DROP INDEX "proceedings_desk";--> statement-breakpoint
DROP INDEX "proceedings_office_figures";--> statement-breakpoint
DROP INDEX "proceedings_body_figures";--> statement-breakpoint
DROP INDEX "proceedings_follows";--> statement-breakpoint
ALTER TABLE "proceedings" ADD COLUMN "public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "proceedings" SET "public" = true WHERE "inquiry_id" IN (SELECT "id" FROM "inquiries" WHERE "visibility" = 'public');--> statement-breakpoint
CREATE INDEX "proceedings_office_answered" ON "proceedings" USING btree ("office_id","public","answered_at","follows_id") WHERE "proceedings"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "proceedings_body_answered" ON "proceedings" USING btree ("body_id","public","answered_at","follows_id") WHERE "proceedings"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX "proceedings_desk" ON "proceedings" USING btree ("body_id","stage","due_on","id","public","follows_id");--> statement-breakpoint
CREATE INDEX "proceedings_office_figures" ON "proceedings" USING btree ("office_id","stage","state","due_on","breached_at","follows_id","public");--> statement-breakpoint
CREATE INDEX "proceedings_body_figures" ON "proceedings" USING btree ("body_id","stage","state","due_on","breached_at","follows_id","public");--> statement-breakpoint
CREATE INDEX "proceedings_follows" ON "proceedings" USING btree ("follows_id") WHERE "proceedings"."follows_id" is not null;