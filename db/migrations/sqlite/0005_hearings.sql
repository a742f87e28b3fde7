CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`position` integer NOT NULL,
	`titles` text NOT NULL,
	`minutes` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_items_hearing` ON `agenda_items` (`hearing_id`,`position`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`attendee_id` text NOT NULL,
	`came_at` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`attendee_id`, `came_at`),
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`affiliation` text NOT NULL,
	`representing` text,
	`position` text NOT NULL,
	`region` text NOT NULL,
	`in_hall` integer NOT NULL,
	`code` text NOT NULL,
	`registered_at` integer NOT NULL,
	`registered_by` text,
	`cancelled_at` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_once` ON `attendees` (`hearing_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_code` ON `attendees` (`hearing_id`,`code`);--> statement-breakpoint
CREATE TABLE `document_versions` (
	`document_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`file_id` text NOT NULL,
	`sha256` text NOT NULL,
	`words` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`frozen_at` integer,
	`material` integer,
	`material_reason` text,
	`material_at` integer,
	PRIMARY KEY(`document_id`, `version`),
	FOREIGN KEY (`document_id`) REFERENCES `hearing_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `expert_commissions` (
	`hearing_id` integer PRIMARY KEY NOT NULL,
	`applied_on` text NOT NULL,
	`create_by` text,
	`created_on` text,
	`members` text,
	`papers_sent_on` text,
	`comments_by` text,
	`sit_by` text,
	`sits_on` text,
	`tell_by` text,
	`told_on` text,
	`sat_on` text,
	`conclusion` text,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `hearing_breaches` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`body_id` text,
	`duty` text NOT NULL,
	`subject_id` text DEFAULT '' NOT NULL,
	`due_on` text NOT NULL,
	`legal_moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`mended_at` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hearing_breaches_duty" CHECK("hearing_breaches"."duty" in ('answer_request', 'post_documents', 'announce', 'sign_protocol', 'publish_protocol', 'send_protocol', 'commission_create', 'commission_tell', 'commission_sit', 'commitment'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hearing_breaches_once` ON `hearing_breaches` (`hearing_id`,`duty`,`subject_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `hearing_breaches_moment` ON `hearing_breaches` (`legal_moment`);--> statement-breakpoint
CREATE TABLE `hearing_captions` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`language` text NOT NULL,
	`begins_at` integer NOT NULL,
	`cues` text NOT NULL,
	`sha256` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_captions_hearing` ON `hearing_captions` (`hearing_id`,`language`);--> statement-breakpoint
CREATE TABLE `hearing_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`notice` integer NOT NULL,
	`channel` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`published_on` text NOT NULL,
	`link` text,
	`file_id` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_channels_hearing` ON `hearing_channels` (`hearing_id`,`notice`);--> statement-breakpoint
CREATE TABLE `hearing_commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`due_on` text NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`note` text,
	`told_at` integer,
	`done_at` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_commitments_due` ON `hearing_commitments` (`done_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `hearing_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`position` integer NOT NULL,
	`party` text NOT NULL,
	`kind` text NOT NULL,
	`stance` text,
	`author` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	`hidden_at` integer,
	`hidden_reason` text,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "hearing_documents_party" CHECK("hearing_documents"."party" in ('initiator', 'authority', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_documents_hearing` ON `hearing_documents` (`hearing_id`,`position`);--> statement-breakpoint
CREATE TABLE `hearing_links` (
	`hearing_id` integer NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`stance` text NOT NULL,
	`linked_at` integer NOT NULL,
	`linked_by` text NOT NULL,
	PRIMARY KEY(`hearing_id`, `kind`, `number`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_links_number` ON `hearing_links` (`kind`,`number`);--> statement-breakpoint
CREATE TABLE `hearing_officers` (
	`hearing_id` integer NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`appointed_at` integer NOT NULL,
	PRIMARY KEY(`hearing_id`, `person_id`, `role`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hearing_officers_role" CHECK("hearing_officers"."role" in ('chair', 'secretary', 'moderator'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_officers_person` ON `hearing_officers` (`person_id`);--> statement-breakpoint
CREATE TABLE `hearing_territories` (
	`hearing_id` integer NOT NULL,
	`region` text NOT NULL,
	PRIMARY KEY(`hearing_id`, `region`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `hearing_territories_region` ON `hearing_territories` (`region`);--> statement-breakpoint
CREATE TABLE `hearing_texts` (
	`hearing_id` integer NOT NULL,
	`language` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`hearing_id`, `language`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `hearings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`civic` integer DEFAULT false NOT NULL,
	`form` text NOT NULL,
	`body_id` text,
	`language` text NOT NULL,
	`profile_id` text NOT NULL,
	`profile_version` text NOT NULL,
	`initiator_id` text,
	`initiator_name` text NOT NULL,
	`initiator_code` text,
	`initiator_contact` text DEFAULT '' NOT NULL,
	`legal_ground` text DEFAULT '' NOT NULL,
	`comments_address` text DEFAULT '' NOT NULL,
	`remark_level` integer DEFAULT 1 NOT NULL,
	`seats` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`requested_at` integer,
	`answer_by` text,
	`answered_at` integer,
	`refusal_reason` text,
	`documents_received_at` integer,
	`post_by` text,
	`posted_at` integer,
	`notices` integer DEFAULT 0 NOT NULL,
	`announced_at` integer,
	`renew_reason` text,
	`starts_at` integer,
	`starts_on` text,
	`discussion_rule` text,
	`ends_on` text,
	`remarks_until` text,
	`remarks_close_at` integer,
	`started_at` integer,
	`ended_at` integer,
	`not_held_ground` text,
	`not_held_reason` text,
	`call_off_reason` text,
	`sign_protocol_by` text,
	`protocol_signed_at` integer,
	`publish_protocol_by` text,
	`protocol_published_at` integer,
	`objections_until` text,
	`send_protocol_by` text,
	`protocol_sent_at` integer,
	`valid_until` text,
	`outcome` text,
	`decision_html` text,
	`decision_reasons` text,
	`decided_at` integer,
	`decided_by` text,
	`repeat_of` integer,
	`repeat_ground` text,
	`stream_url` text,
	`queue_seed` text,
	`room_version` integer DEFAULT 0 NOT NULL,
	`submission_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repeat_of`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hearings_state" CHECK("hearings"."state" in ('draft', 'requested', 'refused', 'preparing', 'announced', 'live', 'held', 'not_held', 'decided', 'called_off')),
	CONSTRAINT "hearings_form" CHECK("hearings"."form" in ('open_meeting', 'portal_discussion', 'mixed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hearings_number` ON `hearings` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `hearings_submission` ON `hearings` (`submission_id`);--> statement-breakpoint
CREATE INDEX `hearings_state` ON `hearings` (`state`,`starts_on`);--> statement-breakpoint
CREATE INDEX `hearings_body` ON `hearings` (`body_id`,`state`,`starts_on`);--> statement-breakpoint
CREATE INDEX `hearings_initiator` ON `hearings` (`initiator_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `hearings_repeat` ON `hearings` (`repeat_of`);--> statement-breakpoint
CREATE TABLE `protocol_objections` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`person_id` text,
	`public_name` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`received_at` integer NOT NULL,
	`late` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `protocol_objections_hearing` ON `protocol_objections` (`hearing_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `protocols` (
	`hearing_id` integer NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`chair_signed_at` integer,
	`chair_name` text,
	`secretary_signed_at` integer,
	`secretary_name` text,
	PRIMARY KEY(`hearing_id`, `version`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `remark_bands` (
	`hearing_id` integer NOT NULL,
	`band` text NOT NULL,
	`group_id` integer NOT NULL,
	`remark_ordinal` integer NOT NULL,
	PRIMARY KEY(`hearing_id`, `band`, `remark_ordinal`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `remark_groups`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `remark_bands_group` ON `remark_bands` (`group_id`);--> statement-breakpoint
CREATE TABLE `remark_cells` (
	`hearing_id` integer NOT NULL,
	`by` text NOT NULL,
	`key` text NOT NULL,
	`remarks` integer NOT NULL,
	PRIMARY KEY(`hearing_id`, `by`, `key`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "remark_cells_by" CHECK("remark_cells"."by" in ('position', 'level', 'region', 'state'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `remark_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hearing_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`remark_ordinal` integer NOT NULL,
	`remarks` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`people_for` integer DEFAULT 0 NOT NULL,
	`people_against` integer DEFAULT 0 NOT NULL,
	`people_neutral` integer DEFAULT 0 NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_by` text,
	`outcome` text,
	`reason` text,
	`changed` text,
	`responded_at` integer,
	`responded_by` text,
	`unresolved` integer DEFAULT false NOT NULL,
	`told_to` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "remark_groups_outcome" CHECK("remark_groups"."outcome" in ('accepted', 'partly', 'not_accepted'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `remark_groups_ordinal` ON `remark_groups` (`hearing_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remark_groups_people` ON `remark_groups` (`hearing_id`,`people`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remark_groups_for` ON `remark_groups` (`hearing_id`,`people_for`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remark_groups_against` ON `remark_groups` (`hearing_id`,`people_against`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remark_groups_neutral` ON `remark_groups` (`hearing_id`,`people_neutral`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remark_groups_telling` ON `remark_groups` (`told_to`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`hearing_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`group_id` integer NOT NULL,
	`placed_by_hand` integer DEFAULT false NOT NULL,
	`channel` text NOT NULL,
	`state` text DEFAULT 'standing' NOT NULL,
	`position` text NOT NULL,
	`affiliation` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`redacted` text,
	`redaction_reason` text,
	`published` integer NOT NULL,
	`person_id` text,
	`author_hash` text NOT NULL,
	`author_name` text,
	`public_name` text,
	`email` text,
	`level` integer NOT NULL,
	`region` text NOT NULL,
	`document_id` text,
	`document_version` integer,
	`passage` text,
	`agenda_item_id` text,
	`received_at` integer NOT NULL,
	`late` integer DEFAULT false NOT NULL,
	`state_reason` text,
	`state_at` integer,
	`carried_from` integer,
	`submission_id` text,
	PRIMARY KEY(`hearing_id`, `ordinal`),
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `remark_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `hearing_documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "remarks_channel" CHECK("remarks"."channel" in ('portal', 'letter', 'oral', 'carried')),
	CONSTRAINT "remarks_state" CHECK("remarks"."state" in ('standing', 'not_counted', 'withdrawn')),
	CONSTRAINT "remarks_position" CHECK("remarks"."position" in ('for', 'against', 'neutral'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `remarks_submission` ON `remarks` (`submission_id`);--> statement-breakpoint
CREATE INDEX `remarks_group` ON `remarks` (`group_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remarks_position` ON `remarks` (`hearing_id`,`position`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remarks_affiliation` ON `remarks` (`hearing_id`,`affiliation`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remarks_language` ON `remarks` (`hearing_id`,`language`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remarks_document` ON `remarks` (`document_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `remarks_author` ON `remarks` (`hearing_id`,`author_hash`);--> statement-breakpoint
CREATE INDEX `remarks_person` ON `remarks` (`person_id`);--> statement-breakpoint
CREATE TABLE `room_announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `room_announcements_hearing` ON `room_announcements` (`hearing_id`,`said_at`);--> statement-breakpoint
CREATE TABLE `room_poll_votes` (
	`poll_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`option` integer NOT NULL,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`poll_id`, `attendee_id`),
	FOREIGN KEY (`poll_id`) REFERENCES `room_polls`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `room_polls` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`position` integer NOT NULL,
	`questions` text NOT NULL,
	`options` text NOT NULL,
	`state` text DEFAULT 'prepared' NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	`result` text,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "room_polls_state" CHECK("room_polls"."state" in ('prepared', 'open', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `room_polls_hearing` ON `room_polls` (`hearing_id`,`position`);--> statement-breakpoint
CREATE TABLE `room_question_votes` (
	`question_id` text NOT NULL,
	`person_id` text NOT NULL,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`question_id`, `person_id`),
	FOREIGN KEY (`question_id`) REFERENCES `room_questions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `room_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`person_id` text,
	`affiliation` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`hidden_reason` text,
	`votes` integer DEFAULT 0 NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`submission_id` text,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "room_questions_state" CHECK("room_questions"."state" in ('waiting', 'shown', 'hidden', 'live', 'answered'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `room_questions_submission` ON `room_questions` (`submission_id`);--> statement-breakpoint
CREATE INDEX `room_questions_hearing` ON `room_questions` (`hearing_id`,`state`,`votes`);--> statement-breakpoint
CREATE TABLE `speeches` (
	`id` text PRIMARY KEY NOT NULL,
	`hearing_id` integer NOT NULL,
	`attendee_id` text NOT NULL,
	`agenda_item_id` text,
	`position` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`asked_at` integer NOT NULL,
	`turn` integer NOT NULL,
	`called_at` integer,
	`minutes` integer NOT NULL,
	`ended_at` integer,
	`deviation` text,
	`remark_ordinal` integer,
	FOREIGN KEY (`hearing_id`) REFERENCES `hearings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "speeches_state" CHECK("speeches"."state" in ('waiting', 'speaking', 'spoke', 'taken_back', 'passed'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `speeches_turn` ON `speeches` (`hearing_id`,`turn`);--> statement-breakpoint
CREATE INDEX `speeches_waiting` ON `speeches` (`hearing_id`,`state`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_follows` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`rhythm` text NOT NULL,
	`created_at` integer NOT NULL,
	`tell_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "follows_subject_known" CHECK("__new_follows"."subject" in ('inquiry', 'office', 'body', 'search', 'hearing', 'territory')),
	CONSTRAINT "follows_rhythm" CHECK("__new_follows"."rhythm" in ('now', 'daily', 'weekly'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_follows`("id", "person_id", "subject", "subject_id", "rhythm", "created_at", "tell_at") SELECT "id", "person_id", "subject", "subject_id", "rhythm", "created_at", "tell_at" FROM `follows`;--> statement-breakpoint
DROP TABLE `follows`;--> statement-breakpoint
ALTER TABLE `__new_follows` RENAME TO `follows`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`person_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_subject` ON `follows` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_tell` ON `follows` (`tell_at`);--> statement-breakpoint
CREATE TABLE `__new_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`person_id` text,
	`statement` text NOT NULL,
	`cms` blob NOT NULL,
	`text` text NOT NULL,
	`signer_name` text NOT NULL,
	`issuer` text NOT NULL,
	`serial` text NOT NULL,
	`valid_until` integer NOT NULL,
	`signed_at` integer NOT NULL,
	`revocation` text NOT NULL,
	`next_check_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signatures_subject" CHECK("__new_signatures"."subject" in ('inquiry', 'answer', 'petition', 'protocol')),
	CONSTRAINT "signatures_revocation" CHECK("__new_signatures"."revocation" in ('good', 'revoked', 'unchecked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_signatures`("id", "subject", "subject_id", "person_id", "statement", "cms", "text", "signer_name", "issuer", "serial", "valid_until", "signed_at", "revocation", "next_check_at") SELECT "id", "subject", "subject_id", "person_id", "statement", "cms", "text", "signer_name", "issuer", "serial", "valid_until", "signed_at", "revocation", "next_check_at" FROM `signatures`;--> statement-breakpoint
DROP TABLE `signatures`;--> statement-breakpoint
ALTER TABLE `__new_signatures` RENAME TO `signatures`;--> statement-breakpoint
CREATE INDEX `signatures_subject` ON `signatures` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `signatures_unchecked` ON `signatures` (`next_check_at`);