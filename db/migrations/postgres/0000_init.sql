CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"file_id" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"alternatives" jsonb NOT NULL,
	"captions" jsonb,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"language" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"markdown" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text
);
--> statement-breakpoint
CREATE TABLE "post_texts" (
	"post_id" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "post_texts_post_id_language_pk" PRIMARY KEY("post_id","language")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"official_id" text,
	"kind" text DEFAULT 'article' NOT NULL,
	"state" text NOT NULL,
	"language" text NOT NULL,
	"publish_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"corrected_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	CONSTRAINT "posts_state" CHECK ("posts"."state" in ('draft', 'scheduled', 'published', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"names" jsonb NOT NULL,
	"parent_id" text,
	"region" text,
	"desk_email" text,
	"office_close" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar" text NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"titles" jsonb NOT NULL,
	"source" text NOT NULL,
	"confirmed" boolean NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text,
	"removed_at" timestamp (3) with time zone,
	"removed_by" text,
	"removal_source" text,
	CONSTRAINT "calendar_entries_kind" CHECK ("calendar_entries"."kind" in ('holiday', 'moved_rest_day', 'rest_day', 'working_day'))
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"calendar" text NOT NULL,
	"year" bigint NOT NULL,
	"confirmed" boolean NOT NULL,
	"source" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_years_calendar_year_pk" PRIMARY KEY("calendar","year")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"body_id" text NOT NULL,
	"names" jsonb NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "officials" (
	"id" text PRIMARY KEY NOT NULL,
	"names" jsonb NOT NULL,
	"biographies" jsonb,
	"person_id" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenures" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"official_id" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"file_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"public" boolean DEFAULT false NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" text
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"proceeding_id" text NOT NULL,
	"language" text NOT NULL,
	"outcome" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"public_html" text NOT NULL,
	"redaction_reason" text,
	"reasons" text NOT NULL,
	"law" text NOT NULL,
	"facts" text NOT NULL,
	"appeal" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"signed_on" date NOT NULL,
	"signed_by" text NOT NULL,
	"signer_name" text NOT NULL,
	"official_id" text,
	"late" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breaches" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"inquiry_id" text NOT NULL,
	"body_id" text NOT NULL,
	"office_id" text,
	"duty" text NOT NULL,
	"due_on" date NOT NULL,
	"legal_moment" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"mended_at" timestamp (3) with time zone,
	CONSTRAINT "breaches_duty" CHECK ("breaches"."duty" in ('answer', 'redirect', 'notify_extension', 'decide_complaint'))
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"request" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_on" date NOT NULL,
	"by" text NOT NULL,
	"until_day" date NOT NULL,
	"reply" text,
	"reply_html" text,
	"replied_at" timestamp (3) with time zone,
	"replied_on" date,
	"returned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"proceeding_id" text PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"outcome" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"reasons" text DEFAULT '' NOT NULL,
	"law" text DEFAULT '' NOT NULL,
	"facts" text DEFAULT '' NOT NULL,
	"appeal" text DEFAULT '' NOT NULL,
	"public_body" text,
	"redaction_reason" text,
	"promises" jsonb NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" text,
	"held_by" text,
	"held_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "due_shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"calendar_entry_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"until_day" date NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_on" date NOT NULL,
	"by" text NOT NULL,
	"tell_by" date,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "inquiries" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"procedure" text NOT NULL,
	"channel" text NOT NULL,
	"visibility" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"body_id" text NOT NULL,
	"office_id" text,
	"post_id" text,
	"author_id" text,
	"author_name" text NOT NULL,
	"author_address" text,
	"author_email" text,
	"author_phone" text,
	"public_name" text NOT NULL,
	"assurance_level" bigint NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"registered_on" date NOT NULL,
	"profile_id" text NOT NULL,
	"profile_version" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_on" date,
	"answered_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"lead_id" text,
	"joined" bigint DEFAULT 0 NOT NULL,
	"follow_up_of" text,
	"complaint_about" text,
	"safety_report" boolean DEFAULT false NOT NULL,
	"hidden" boolean DEFAULT false NOT NULL,
	"receipt_hash" text NOT NULL,
	"submission_id" text,
	CONSTRAINT "inquiries_channel" CHECK ("inquiries"."channel" in ('web', 'email', 'paper', 'phone', 'person')),
	CONSTRAINT "inquiries_visibility" CHECK ("inquiries"."visibility" in ('public', 'private')),
	CONSTRAINT "inquiries_state" CHECK ("inquiries"."state" in ('open', 'paused', 'answered', 'terminated', 'withdrawn', 'returned')),
	CONSTRAINT "inquiries_joined" CHECK ("inquiries"."joined" >= 0)
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proceedings" (
	"id" text PRIMARY KEY NOT NULL,
	"inquiry_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"body_id" text NOT NULL,
	"office_id" text,
	"part" text,
	"previous_id" text,
	"follows_id" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"registered_on" date NOT NULL,
	"rule" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"stage" text DEFAULT 'desk' NOT NULL,
	"due_on" date,
	"extended" boolean DEFAULT false NOT NULL,
	"executor_id" text,
	"answered_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	"correct_by" date,
	CONSTRAINT "proceedings_state" CHECK ("proceedings"."state" in ('open', 'paused', 'answered', 'redirected', 'terminated', 'withdrawn', 'returned')),
	CONSTRAINT "proceedings_stage" CHECK ("proceedings"."stage" in ('desk', 'following', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text PRIMARY KEY NOT NULL,
	"answer_id" text NOT NULL,
	"inquiry_id" text NOT NULL,
	"body_id" text NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"kept_at" timestamp (3) with time zone,
	"kept_by" text,
	"kept_note" text,
	"lapsed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"part" text,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"on_day" date NOT NULL,
	"by" text NOT NULL,
	"due_on" date,
	"late" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"proceeding_id" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminders_proceeding_id_kind_due_on_pk" PRIMARY KEY("proceeding_id","kind","due_on")
);
--> statement-breakpoint
CREATE TABLE "satisfactions" (
	"inquiry_id" text PRIMARY KEY NOT NULL,
	"answered" boolean NOT NULL,
	"helped" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" text PRIMARY KEY NOT NULL,
	"body_id" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "terminations" (
	"id" text PRIMARY KEY NOT NULL,
	"proceeding_id" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"tell_by" date
);
--> statement-breakpoint
CREATE TABLE "calendar_links" (
	"person_id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"code_hash" text NOT NULL,
	"email" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_folded" text NOT NULL,
	"email_confirmed_at" timestamp (3) with time zone,
	"password_hash" text,
	"full_name" text NOT NULL,
	"name_display" text DEFAULT 'initials' NOT NULL,
	"postal_address" text,
	"language" text NOT NULL,
	"assurance_level" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "people_assurance" CHECK ("people"."assurance_level" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"body_id" text,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "roles_role" CHECK ("roles"."role" in ('clerk', 'executor', 'approver', 'administrator', 'overseer', 'moderator'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"sequence" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "events_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"on_day" date NOT NULL,
	"by" text NOT NULL,
	"person_id" text,
	"proceeding_id" text,
	"details" jsonb NOT NULL,
	"once" text,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hidings" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL,
	"explanation" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "number_sequences" (
	"body_code" text NOT NULL,
	"year" bigint NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "number_sequences_body_code_year_pk" PRIMARY KEY("body_code","year")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"number" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "outbox_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"notice" text NOT NULL,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"values" jsonb NOT NULL,
	"once" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL,
	"explanation" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reporter_id" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_texts" ADD CONSTRAINT "post_texts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenures" ADD CONSTRAINT "tenures_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenures" ADD CONSTRAINT "tenures_official_id_officials_id_fk" FOREIGN KEY ("official_id") REFERENCES "public"."officials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_shifts" ADD CONSTRAINT "due_shifts_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_executor_id_people_id_fk" FOREIGN KEY ("executor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_from_id_proceedings_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_to_id_proceedings_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfactions" ADD CONSTRAINT "satisfactions_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippets" ADD CONSTRAINT "snippets_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terminations" ADD CONSTRAINT "terminations_proceeding_id_proceedings_id_fk" FOREIGN KEY ("proceeding_id") REFERENCES "public"."proceedings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_links" ADD CONSTRAINT "calendar_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pictures_post" ON "pictures" USING btree ("post_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "post_revisions_number" ON "post_revisions" USING btree ("post_id","language","number");--> statement-breakpoint
CREATE INDEX "posts_office" ON "posts" USING btree ("office_id","state","published_at");--> statement-breakpoint
CREATE INDEX "posts_published" ON "posts" USING btree ("state","published_at");--> statement-breakpoint
CREATE INDEX "posts_scheduled" ON "posts" USING btree ("state","publish_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_code" ON "bodies" USING btree ("code");--> statement-breakpoint
CREATE INDEX "bodies_parent" ON "bodies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "calendar_entries_day" ON "calendar_entries" USING btree ("calendar","day");--> statement-breakpoint
CREATE UNIQUE INDEX "offices_slug" ON "offices" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "offices_body" ON "offices" USING btree ("body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenures_office_from" ON "tenures" USING btree ("office_id","from_day");--> statement-breakpoint
CREATE INDEX "tenures_official" ON "tenures" USING btree ("official_id");--> statement-breakpoint
CREATE INDEX "attachments_subject" ON "attachments" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "attachments_file" ON "attachments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "answers_inquiry" ON "answers" USING btree ("inquiry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_proceeding" ON "answers" USING btree ("proceeding_id");--> statement-breakpoint
CREATE INDEX "answers_signed" ON "answers" USING btree ("signed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "breaches_once" ON "breaches" USING btree ("proceeding_id","duty","due_on");--> statement-breakpoint
CREATE INDEX "breaches_body" ON "breaches" USING btree ("body_id","legal_moment");--> statement-breakpoint
CREATE INDEX "breaches_moment" ON "breaches" USING btree ("legal_moment");--> statement-breakpoint
CREATE INDEX "breaches_inquiry" ON "breaches" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "corrections_proceeding" ON "corrections" USING btree ("proceeding_id");--> statement-breakpoint
CREATE INDEX "due_shifts_proceeding" ON "due_shifts" USING btree ("proceeding_id");--> statement-breakpoint
CREATE INDEX "extensions_proceeding" ON "extensions" USING btree ("proceeding_id");--> statement-breakpoint
CREATE INDEX "extensions_untold" ON "extensions" USING btree ("told_at","tell_by");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_number" ON "inquiries" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_receipt" ON "inquiries" USING btree ("receipt_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_submission" ON "inquiries" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "inquiries_author" ON "inquiries" USING btree ("author_id","received_at");--> statement-breakpoint
CREATE INDEX "inquiries_office" ON "inquiries" USING btree ("office_id","visibility","received_at");--> statement-breakpoint
CREATE INDEX "inquiries_body" ON "inquiries" USING btree ("body_id","visibility","received_at");--> statement-breakpoint
CREATE INDEX "inquiries_post" ON "inquiries" USING btree ("post_id","received_at");--> statement-breakpoint
CREATE INDEX "inquiries_public" ON "inquiries" USING btree ("visibility","received_at");--> statement-breakpoint
CREATE INDEX "inquiries_public_state" ON "inquiries" USING btree ("visibility","state","due_on");--> statement-breakpoint
CREATE INDEX "inquiries_answered" ON "inquiries" USING btree ("visibility","answered_at");--> statement-breakpoint
CREATE INDEX "inquiries_office_state" ON "inquiries" USING btree ("office_id","state","due_on");--> statement-breakpoint
CREATE INDEX "inquiries_lead" ON "inquiries" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "inquiries_follow_up" ON "inquiries" USING btree ("follow_up_of");--> statement-breakpoint
CREATE INDEX "inquiries_complaint" ON "inquiries" USING btree ("complaint_about");--> statement-breakpoint
CREATE INDEX "notes_proceeding" ON "notes" USING btree ("proceeding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proceedings_ordinal" ON "proceedings" USING btree ("inquiry_id","ordinal");--> statement-breakpoint
CREATE INDEX "proceedings_desk" ON "proceedings" USING btree ("body_id","stage","due_on","id");--> statement-breakpoint
CREATE INDEX "proceedings_executor" ON "proceedings" USING btree ("executor_id","stage","due_on");--> statement-breakpoint
CREATE INDEX "proceedings_due" ON "proceedings" USING btree ("stage","breached_at","due_on");--> statement-breakpoint
CREATE INDEX "proceedings_office_figures" ON "proceedings" USING btree ("office_id","stage","state","due_on","breached_at","follows_id");--> statement-breakpoint
CREATE INDEX "proceedings_body_figures" ON "proceedings" USING btree ("body_id","stage","state","due_on","breached_at","follows_id");--> statement-breakpoint
CREATE INDEX "proceedings_follows" ON "proceedings" USING btree ("follows_id");--> statement-breakpoint
CREATE INDEX "promises_answer" ON "promises" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "promises_inquiry" ON "promises" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("kept_at","due_on");--> statement-breakpoint
CREATE INDEX "redirects_from" ON "redirects" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "redirects_to" ON "redirects" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "snippets_body" ON "snippets" USING btree ("body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "terminations_proceeding" ON "terminations" USING btree ("proceeding_id");--> statement-breakpoint
CREATE INDEX "codes_person" ON "codes" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email_folded");--> statement-breakpoint
CREATE INDEX "roles_person" ON "roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roles_body" ON "roles" USING btree ("body_id","role");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject","subject_id","sequence");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "events_once" ON "events" USING btree ("once");--> statement-breakpoint
CREATE INDEX "hidings_subject" ON "hidings" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("once");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("sent_at","next_attempt_at");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("decided_at","at");