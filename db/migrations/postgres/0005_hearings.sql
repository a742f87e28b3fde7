CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	"titles" jsonb NOT NULL,
	"minutes" bigint NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"attendee_id" text NOT NULL,
	"came_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "attendances_attendee_id_came_at_pk" PRIMARY KEY("attendee_id","came_at")
);
--> statement-breakpoint
CREATE TABLE "attendees" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"person_id" text,
	"name" text NOT NULL,
	"affiliation" text NOT NULL,
	"representing" text,
	"position" text NOT NULL,
	"region" text NOT NULL,
	"in_hall" boolean NOT NULL,
	"code" text NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"registered_by" text,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"document_id" text NOT NULL,
	"version" bigint NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"file_id" text NOT NULL,
	"sha256" text NOT NULL,
	"words" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL,
	"frozen_at" timestamp (3) with time zone,
	"material" boolean,
	"material_reason" text,
	"material_at" timestamp (3) with time zone,
	CONSTRAINT "document_versions_document_id_version_pk" PRIMARY KEY("document_id","version")
);
--> statement-breakpoint
CREATE TABLE "expert_commissions" (
	"hearing_id" bigint PRIMARY KEY NOT NULL,
	"applied_on" date NOT NULL,
	"create_by" date,
	"created_on" date,
	"members" text,
	"papers_sent_on" date,
	"comments_by" date,
	"sit_by" date,
	"sits_on" date,
	"tell_by" date,
	"told_on" date,
	"sat_on" date,
	"conclusion" text
);
--> statement-breakpoint
CREATE TABLE "hearing_breaches" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"body_id" text,
	"duty" text NOT NULL,
	"subject_id" text DEFAULT '' NOT NULL,
	"due_on" date NOT NULL,
	"legal_moment" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"mended_at" timestamp (3) with time zone,
	CONSTRAINT "hearing_breaches_duty" CHECK ("hearing_breaches"."duty" in ('answer_request', 'post_documents', 'announce', 'sign_protocol', 'publish_protocol', 'send_protocol', 'commission_create', 'commission_tell', 'commission_sit', 'commitment'))
);
--> statement-breakpoint
CREATE TABLE "hearing_captions" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"language" text NOT NULL,
	"begins_at" timestamp (3) with time zone NOT NULL,
	"cues" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hearing_channels" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"notice" bigint NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"published_on" date NOT NULL,
	"link" text,
	"file_id" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hearing_commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"due_on" date NOT NULL,
	"progress" bigint DEFAULT 0 NOT NULL,
	"note" text,
	"told_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hearing_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	"party" text NOT NULL,
	"kind" text NOT NULL,
	"stance" text,
	"author" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL,
	"hidden_at" timestamp (3) with time zone,
	"hidden_reason" text,
	CONSTRAINT "hearing_documents_party" CHECK ("hearing_documents"."party" in ('initiator', 'authority', 'other'))
);
--> statement-breakpoint
CREATE TABLE "hearing_links" (
	"hearing_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"stance" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"linked_by" text NOT NULL,
	CONSTRAINT "hearing_links_hearing_id_kind_number_pk" PRIMARY KEY("hearing_id","kind","number")
);
--> statement-breakpoint
CREATE TABLE "hearing_officers" (
	"hearing_id" bigint NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"appointed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hearing_officers_hearing_id_person_id_role_pk" PRIMARY KEY("hearing_id","person_id","role"),
	CONSTRAINT "hearing_officers_role" CHECK ("hearing_officers"."role" in ('chair', 'secretary', 'moderator'))
);
--> statement-breakpoint
CREATE TABLE "hearing_territories" (
	"hearing_id" bigint NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "hearing_territories_hearing_id_region_pk" PRIMARY KEY("hearing_id","region")
);
--> statement-breakpoint
CREATE TABLE "hearing_texts" (
	"hearing_id" bigint NOT NULL,
	"language" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hearing_texts_hearing_id_language_pk" PRIMARY KEY("hearing_id","language")
);
--> statement-breakpoint
CREATE TABLE "hearings" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "hearings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"civic" boolean DEFAULT false NOT NULL,
	"form" text NOT NULL,
	"body_id" text,
	"language" text NOT NULL,
	"profile_id" text NOT NULL,
	"profile_version" text NOT NULL,
	"initiator_id" text,
	"initiator_name" text NOT NULL,
	"initiator_code" text,
	"initiator_contact" text DEFAULT '' NOT NULL,
	"legal_ground" text DEFAULT '' NOT NULL,
	"comments_address" text DEFAULT '' NOT NULL,
	"remark_level" bigint DEFAULT 1 NOT NULL,
	"seats" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"answer_by" date,
	"answered_at" timestamp (3) with time zone,
	"refusal_reason" text,
	"documents_received_at" timestamp (3) with time zone,
	"post_by" date,
	"posted_at" timestamp (3) with time zone,
	"notices" bigint DEFAULT 0 NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"renew_reason" text,
	"starts_at" timestamp (3) with time zone,
	"starts_on" date,
	"discussion_rule" text,
	"ends_on" date,
	"remarks_until" date,
	"remarks_close_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"not_held_ground" text,
	"not_held_reason" text,
	"call_off_reason" text,
	"sign_protocol_by" date,
	"protocol_signed_at" timestamp (3) with time zone,
	"publish_protocol_by" date,
	"protocol_published_at" timestamp (3) with time zone,
	"objections_until" date,
	"send_protocol_by" date,
	"protocol_sent_at" timestamp (3) with time zone,
	"valid_until" date,
	"outcome" text,
	"decision_html" text,
	"decision_reasons" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"repeat_of" bigint,
	"repeat_ground" text,
	"stream_url" text,
	"queue_seed" text,
	"room_version" bigint DEFAULT 0 NOT NULL,
	"submission_id" text,
	CONSTRAINT "hearings_state" CHECK ("hearings"."state" in ('draft', 'requested', 'refused', 'preparing', 'announced', 'live', 'held', 'not_held', 'decided', 'called_off')),
	CONSTRAINT "hearings_form" CHECK ("hearings"."form" in ('open_meeting', 'portal_discussion', 'mixed'))
);
--> statement-breakpoint
CREATE TABLE "protocol_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"person_id" text,
	"public_name" text,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"late" boolean NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "protocols" (
	"hearing_id" bigint NOT NULL,
	"version" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"drafted_by" text NOT NULL,
	"chair_signed_at" timestamp (3) with time zone,
	"chair_name" text,
	"secretary_signed_at" timestamp (3) with time zone,
	"secretary_name" text,
	CONSTRAINT "protocols_hearing_id_version_pk" PRIMARY KEY("hearing_id","version")
);
--> statement-breakpoint
CREATE TABLE "remark_bands" (
	"hearing_id" bigint NOT NULL,
	"band" text NOT NULL,
	"group_id" bigint NOT NULL,
	"remark_ordinal" bigint NOT NULL,
	CONSTRAINT "remark_bands_hearing_id_band_remark_ordinal_pk" PRIMARY KEY("hearing_id","band","remark_ordinal")
);
--> statement-breakpoint
CREATE TABLE "remark_cells" (
	"hearing_id" bigint NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"remarks" bigint NOT NULL,
	CONSTRAINT "remark_cells_hearing_id_by_key_pk" PRIMARY KEY("hearing_id","by","key"),
	CONSTRAINT "remark_cells_by" CHECK ("remark_cells"."by" in ('position', 'level', 'region', 'state'))
);
--> statement-breakpoint
CREATE TABLE "remark_groups" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "remark_groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hearing_id" bigint NOT NULL,
	"ordinal" bigint NOT NULL,
	"title" text NOT NULL,
	"remark_ordinal" bigint NOT NULL,
	"remarks" bigint DEFAULT 0 NOT NULL,
	"people" bigint DEFAULT 0 NOT NULL,
	"people_for" bigint DEFAULT 0 NOT NULL,
	"people_against" bigint DEFAULT 0 NOT NULL,
	"people_neutral" bigint DEFAULT 0 NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	"outcome" text,
	"reason" text,
	"changed" text,
	"responded_at" timestamp (3) with time zone,
	"responded_by" text,
	"unresolved" boolean DEFAULT false NOT NULL,
	"told_to" bigint,
	CONSTRAINT "remark_groups_outcome" CHECK ("remark_groups"."outcome" in ('accepted', 'partly', 'not_accepted'))
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"hearing_id" bigint NOT NULL,
	"ordinal" bigint NOT NULL,
	"group_id" bigint NOT NULL,
	"placed_by_hand" boolean DEFAULT false NOT NULL,
	"channel" text NOT NULL,
	"state" text DEFAULT 'standing' NOT NULL,
	"position" text NOT NULL,
	"affiliation" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"redacted" text,
	"redaction_reason" text,
	"published" boolean NOT NULL,
	"person_id" text,
	"author_hash" text NOT NULL,
	"author_name" text,
	"public_name" text,
	"email" text,
	"level" bigint NOT NULL,
	"region" text NOT NULL,
	"document_id" text,
	"document_version" bigint,
	"passage" text,
	"agenda_item_id" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"state_reason" text,
	"state_at" timestamp (3) with time zone,
	"carried_from" bigint,
	"submission_id" text,
	CONSTRAINT "remarks_hearing_id_ordinal_pk" PRIMARY KEY("hearing_id","ordinal"),
	CONSTRAINT "remarks_channel" CHECK ("remarks"."channel" in ('portal', 'letter', 'oral', 'carried')),
	CONSTRAINT "remarks_state" CHECK ("remarks"."state" in ('standing', 'not_counted', 'withdrawn')),
	CONSTRAINT "remarks_position" CHECK ("remarks"."position" in ('for', 'against', 'neutral'))
);
--> statement-breakpoint
CREATE TABLE "room_announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_poll_votes" (
	"poll_id" text NOT NULL,
	"attendee_id" text NOT NULL,
	"option" bigint NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_poll_votes_poll_id_attendee_id_pk" PRIMARY KEY("poll_id","attendee_id")
);
--> statement-breakpoint
CREATE TABLE "room_polls" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"position" bigint NOT NULL,
	"questions" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"state" text DEFAULT 'prepared' NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"result" jsonb,
	CONSTRAINT "room_polls_state" CHECK ("room_polls"."state" in ('prepared', 'open', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "room_question_votes" (
	"question_id" text NOT NULL,
	"person_id" text NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_question_votes_question_id_person_id_pk" PRIMARY KEY("question_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "room_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"person_id" text,
	"affiliation" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"hidden_reason" text,
	"votes" bigint DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"submission_id" text,
	CONSTRAINT "room_questions_state" CHECK ("room_questions"."state" in ('waiting', 'shown', 'hidden', 'live', 'answered'))
);
--> statement-breakpoint
CREATE TABLE "speeches" (
	"id" text PRIMARY KEY NOT NULL,
	"hearing_id" bigint NOT NULL,
	"attendee_id" text NOT NULL,
	"agenda_item_id" text,
	"position" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"turn" bigint NOT NULL,
	"called_at" timestamp (3) with time zone,
	"minutes" bigint NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"deviation" text,
	"remark_ordinal" bigint,
	CONSTRAINT "speeches_state" CHECK ("speeches"."state" in ('waiting', 'speaking', 'spoke', 'taken_back', 'passed'))
);
--> statement-breakpoint
ALTER TABLE "follows" DROP CONSTRAINT "follows_subject_known";--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_subject";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_hearing_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."hearing_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_commissions" ADD CONSTRAINT "expert_commissions_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_breaches" ADD CONSTRAINT "hearing_breaches_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_breaches" ADD CONSTRAINT "hearing_breaches_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_captions" ADD CONSTRAINT "hearing_captions_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_channels" ADD CONSTRAINT "hearing_channels_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_channels" ADD CONSTRAINT "hearing_channels_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_commitments" ADD CONSTRAINT "hearing_commitments_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_documents" ADD CONSTRAINT "hearing_documents_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_links" ADD CONSTRAINT "hearing_links_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_officers" ADD CONSTRAINT "hearing_officers_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_officers" ADD CONSTRAINT "hearing_officers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_territories" ADD CONSTRAINT "hearing_territories_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing_texts" ADD CONSTRAINT "hearing_texts_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_initiator_id_people_id_fk" FOREIGN KEY ("initiator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_repeat_of_hearings_id_fk" FOREIGN KEY ("repeat_of") REFERENCES "public"."hearings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_objections" ADD CONSTRAINT "protocol_objections_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocols" ADD CONSTRAINT "protocols_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_bands" ADD CONSTRAINT "remark_bands_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_bands" ADD CONSTRAINT "remark_bands_group_id_remark_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."remark_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_cells" ADD CONSTRAINT "remark_cells_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_groups" ADD CONSTRAINT "remark_groups_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_group_id_remark_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."remark_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_document_id_hearing_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."hearing_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_announcements" ADD CONSTRAINT "room_announcements_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_poll_votes" ADD CONSTRAINT "room_poll_votes_poll_id_room_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."room_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_poll_votes" ADD CONSTRAINT "room_poll_votes_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_polls" ADD CONSTRAINT "room_polls_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_question_votes" ADD CONSTRAINT "room_question_votes_question_id_room_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."room_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_questions" ADD CONSTRAINT "room_questions_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_hearing_id_hearings_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_hearing" ON "agenda_items" USING btree ("hearing_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_once" ON "attendees" USING btree ("hearing_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendees_code" ON "attendees" USING btree ("hearing_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "hearing_breaches_once" ON "hearing_breaches" USING btree ("hearing_id","duty","subject_id","due_on");--> statement-breakpoint
CREATE INDEX "hearing_breaches_moment" ON "hearing_breaches" USING btree ("legal_moment");--> statement-breakpoint
CREATE INDEX "hearing_captions_hearing" ON "hearing_captions" USING btree ("hearing_id","language");--> statement-breakpoint
CREATE INDEX "hearing_channels_hearing" ON "hearing_channels" USING btree ("hearing_id","notice");--> statement-breakpoint
CREATE INDEX "hearing_commitments_due" ON "hearing_commitments" USING btree ("done_at","due_on");--> statement-breakpoint
CREATE INDEX "hearing_documents_hearing" ON "hearing_documents" USING btree ("hearing_id","position");--> statement-breakpoint
CREATE INDEX "hearing_links_number" ON "hearing_links" USING btree ("kind","number");--> statement-breakpoint
CREATE INDEX "hearing_officers_person" ON "hearing_officers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "hearing_territories_region" ON "hearing_territories" USING btree ("region");--> statement-breakpoint
CREATE UNIQUE INDEX "hearings_number" ON "hearings" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "hearings_submission" ON "hearings" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "hearings_state" ON "hearings" USING btree ("state","starts_on");--> statement-breakpoint
CREATE INDEX "hearings_body" ON "hearings" USING btree ("body_id","state","starts_on");--> statement-breakpoint
CREATE INDEX "hearings_initiator" ON "hearings" USING btree ("initiator_id","created_at");--> statement-breakpoint
CREATE INDEX "hearings_repeat" ON "hearings" USING btree ("repeat_of");--> statement-breakpoint
CREATE INDEX "protocol_objections_hearing" ON "protocol_objections" USING btree ("hearing_id","received_at");--> statement-breakpoint
CREATE INDEX "remark_bands_group" ON "remark_bands" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "remark_groups_ordinal" ON "remark_groups" USING btree ("hearing_id","ordinal");--> statement-breakpoint
CREATE INDEX "remark_groups_people" ON "remark_groups" USING btree ("hearing_id","people","ordinal");--> statement-breakpoint
CREATE INDEX "remark_groups_for" ON "remark_groups" USING btree ("hearing_id","people_for","ordinal");--> statement-breakpoint
CREATE INDEX "remark_groups_against" ON "remark_groups" USING btree ("hearing_id","people_against","ordinal");--> statement-breakpoint
CREATE INDEX "remark_groups_neutral" ON "remark_groups" USING btree ("hearing_id","people_neutral","ordinal");--> statement-breakpoint
CREATE INDEX "remark_groups_telling" ON "remark_groups" USING btree ("told_to");--> statement-breakpoint
CREATE UNIQUE INDEX "remarks_submission" ON "remarks" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "remarks_group" ON "remarks" USING btree ("group_id","ordinal");--> statement-breakpoint
CREATE INDEX "remarks_position" ON "remarks" USING btree ("hearing_id","position","ordinal");--> statement-breakpoint
CREATE INDEX "remarks_affiliation" ON "remarks" USING btree ("hearing_id","affiliation","ordinal");--> statement-breakpoint
CREATE INDEX "remarks_language" ON "remarks" USING btree ("hearing_id","language","ordinal");--> statement-breakpoint
CREATE INDEX "remarks_document" ON "remarks" USING btree ("document_id","ordinal");--> statement-breakpoint
CREATE INDEX "remarks_author" ON "remarks" USING btree ("hearing_id","author_hash");--> statement-breakpoint
CREATE INDEX "remarks_person" ON "remarks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "room_announcements_hearing" ON "room_announcements" USING btree ("hearing_id","said_at");--> statement-breakpoint
CREATE INDEX "room_polls_hearing" ON "room_polls" USING btree ("hearing_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "room_questions_submission" ON "room_questions" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "room_questions_hearing" ON "room_questions" USING btree ("hearing_id","state","votes");--> statement-breakpoint
CREATE UNIQUE INDEX "speeches_turn" ON "speeches" USING btree ("hearing_id","turn");--> statement-breakpoint
CREATE INDEX "speeches_waiting" ON "speeches" USING btree ("hearing_id","state");--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_subject_known" CHECK ("follows"."subject" in ('inquiry', 'office', 'body', 'search', 'hearing', 'territory'));--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_subject" CHECK ("signatures"."subject" in ('inquiry', 'answer', 'petition', 'protocol'));