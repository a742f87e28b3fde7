CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`file_id` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alternatives` text NOT NULL,
	`captions` text,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `pictures_post` ON `pictures` (`post_id`,`position`);--> statement-breakpoint
CREATE TABLE `post_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`language` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`markdown` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_revisions_number` ON `post_revisions` (`post_id`,`language`,`number`);--> statement-breakpoint
CREATE TABLE `post_texts` (
	`post_id` text NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`markdown` text NOT NULL,
	`html` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `language`),
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`official_id` text,
	`kind` text DEFAULT 'article' NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`corrected_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`official_id`) REFERENCES `officials`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "posts_state" CHECK("posts"."state" in ('draft', 'scheduled', 'published', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `posts_office` ON `posts` (`office_id`,`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `posts_published` ON `posts` (`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `posts_scheduled` ON `posts` (`state`,`publish_at`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`names` text NOT NULL,
	`parent_id` text,
	`region` text,
	`desk_email` text,
	`office_close` text,
	`closed_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_code` ON `bodies` (`code`);--> statement-breakpoint
CREATE INDEX `bodies_parent` ON `bodies` (`parent_id`);--> statement-breakpoint
CREATE TABLE `calendar_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar` text NOT NULL,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`titles` text NOT NULL,
	`source` text NOT NULL,
	`confirmed` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text,
	`removed_at` integer,
	`removed_by` text,
	`removal_source` text,
	CONSTRAINT "calendar_entries_kind" CHECK("calendar_entries"."kind" in ('holiday', 'moved_rest_day', 'rest_day', 'working_day'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `calendar_entries_day` ON `calendar_entries` (`calendar`,`day`);--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`calendar` text NOT NULL,
	`year` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`source` text NOT NULL,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`calendar`, `year`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `offices` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`body_id` text NOT NULL,
	`names` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offices_slug` ON `offices` (`slug`);--> statement-breakpoint
CREATE INDEX `offices_body` ON `offices` (`body_id`);--> statement-breakpoint
CREATE TABLE `officials` (
	`id` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`biographies` text,
	`person_id` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tenures` (
	`id` text PRIMARY KEY NOT NULL,
	`office_id` text NOT NULL,
	`official_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`official_id`) REFERENCES `officials`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tenures_office_from` ON `tenures` (`office_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `tenures_official` ON `tenures` (`official_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`public` integer DEFAULT false NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_subject` ON `attachments` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `attachments_file` ON `attachments` (`file_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`uploaded_at` integer NOT NULL,
	`uploaded_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `files_sha256` ON `files` (`sha256`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`proceeding_id` text NOT NULL,
	`language` text NOT NULL,
	`outcome` text NOT NULL,
	`body` text NOT NULL,
	`html` text NOT NULL,
	`public_html` text NOT NULL,
	`redaction_reason` text,
	`reasons` text NOT NULL,
	`law` text NOT NULL,
	`facts` text NOT NULL,
	`appeal` text NOT NULL,
	`signed_at` integer NOT NULL,
	`signed_on` text NOT NULL,
	`signed_by` text NOT NULL,
	`signer_name` text NOT NULL,
	`official_id` text,
	`late` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `answers_inquiry` ON `answers` (`inquiry_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `answers_proceeding` ON `answers` (`proceeding_id`);--> statement-breakpoint
CREATE INDEX `answers_signed` ON `answers` (`signed_at`);--> statement-breakpoint
CREATE TABLE `breaches` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`inquiry_id` text NOT NULL,
	`body_id` text NOT NULL,
	`office_id` text,
	`duty` text NOT NULL,
	`due_on` text NOT NULL,
	`legal_moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`mended_at` integer,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "breaches_duty" CHECK("breaches"."duty" in ('answer', 'redirect', 'notify_extension', 'decide_complaint'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `breaches_once` ON `breaches` (`proceeding_id`,`duty`,`due_on`);--> statement-breakpoint
CREATE INDEX `breaches_body` ON `breaches` (`body_id`,`legal_moment`);--> statement-breakpoint
CREATE INDEX `breaches_moment` ON `breaches` (`legal_moment`);--> statement-breakpoint
CREATE INDEX `breaches_inquiry` ON `breaches` (`inquiry_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`request` text NOT NULL,
	`requested_at` integer NOT NULL,
	`requested_on` text NOT NULL,
	`by` text NOT NULL,
	`until_day` text NOT NULL,
	`reply` text,
	`reply_html` text,
	`replied_at` integer,
	`replied_on` text,
	`returned_at` integer,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `corrections_proceeding` ON `corrections` (`proceeding_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`proceeding_id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`outcome` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`reasons` text DEFAULT '' NOT NULL,
	`law` text DEFAULT '' NOT NULL,
	`facts` text DEFAULT '' NOT NULL,
	`appeal` text DEFAULT '' NOT NULL,
	`public_body` text,
	`redaction_reason` text,
	`promises` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`submitted_at` integer,
	`submitted_by` text,
	`held_by` text,
	`held_until` integer,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `due_shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`calendar_entry_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `due_shifts_proceeding` ON `due_shifts` (`proceeding_id`);--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`until_day` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_on` text NOT NULL,
	`by` text NOT NULL,
	`tell_by` text,
	`told_at` integer,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `extensions_proceeding` ON `extensions` (`proceeding_id`);--> statement-breakpoint
CREATE INDEX `extensions_untold` ON `extensions` (`told_at`,`tell_by`);--> statement-breakpoint
CREATE TABLE `inquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`procedure` text NOT NULL,
	`channel` text NOT NULL,
	`visibility` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`body_id` text NOT NULL,
	`office_id` text,
	`post_id` text,
	`author_id` text,
	`author_name` text NOT NULL,
	`author_address` text,
	`author_email` text,
	`author_phone` text,
	`public_name` text NOT NULL,
	`assurance_level` integer NOT NULL,
	`received_at` integer NOT NULL,
	`registered_on` text NOT NULL,
	`profile_id` text NOT NULL,
	`profile_version` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`due_on` text,
	`answered_at` integer,
	`breached_at` integer,
	`lead_id` text,
	`joined` integer DEFAULT 0 NOT NULL,
	`follow_up_of` text,
	`complaint_about` text,
	`safety_report` integer DEFAULT false NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	`receipt_hash` text NOT NULL,
	`submission_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inquiries_channel" CHECK("inquiries"."channel" in ('web', 'email', 'paper', 'phone', 'person')),
	CONSTRAINT "inquiries_visibility" CHECK("inquiries"."visibility" in ('public', 'private')),
	CONSTRAINT "inquiries_state" CHECK("inquiries"."state" in ('open', 'paused', 'answered', 'terminated', 'withdrawn', 'returned')),
	CONSTRAINT "inquiries_joined" CHECK("inquiries"."joined" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_number` ON `inquiries` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_receipt` ON `inquiries` (`receipt_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_submission` ON `inquiries` (`submission_id`);--> statement-breakpoint
CREATE INDEX `inquiries_author` ON `inquiries` (`author_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `inquiries_office` ON `inquiries` (`office_id`,`visibility`,`received_at`);--> statement-breakpoint
CREATE INDEX `inquiries_body` ON `inquiries` (`body_id`,`visibility`,`received_at`);--> statement-breakpoint
CREATE INDEX `inquiries_post` ON `inquiries` (`post_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `inquiries_public` ON `inquiries` (`visibility`,`received_at`);--> statement-breakpoint
CREATE INDEX `inquiries_public_state` ON `inquiries` (`visibility`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `inquiries_answered` ON `inquiries` (`visibility`,`answered_at`);--> statement-breakpoint
CREATE INDEX `inquiries_office_state` ON `inquiries` (`office_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `inquiries_lead` ON `inquiries` (`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_follow_up` ON `inquiries` (`follow_up_of`);--> statement-breakpoint
CREATE INDEX `inquiries_complaint` ON `inquiries` (`complaint_about`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_proceeding` ON `notes` (`proceeding_id`);--> statement-breakpoint
CREATE TABLE `proceedings` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`body_id` text NOT NULL,
	`office_id` text,
	`part` text,
	`previous_id` text,
	`follows_id` text,
	`received_at` integer NOT NULL,
	`registered_on` text NOT NULL,
	`rule` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`stage` text DEFAULT 'desk' NOT NULL,
	`due_on` text,
	`extended` integer DEFAULT false NOT NULL,
	`executor_id` text,
	`answered_at` integer,
	`breached_at` integer,
	`correct_by` text,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`executor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proceedings_state" CHECK("proceedings"."state" in ('open', 'paused', 'answered', 'redirected', 'terminated', 'withdrawn', 'returned')),
	CONSTRAINT "proceedings_stage" CHECK("proceedings"."stage" in ('desk', 'following', 'ended'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proceedings_ordinal` ON `proceedings` (`inquiry_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `proceedings_desk` ON `proceedings` (`body_id`,`stage`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `proceedings_executor` ON `proceedings` (`executor_id`,`stage`,`due_on`);--> statement-breakpoint
CREATE INDEX `proceedings_due` ON `proceedings` (`stage`,`breached_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `proceedings_office_figures` ON `proceedings` (`office_id`,`stage`,`state`,`due_on`,`breached_at`,`follows_id`);--> statement-breakpoint
CREATE INDEX `proceedings_body_figures` ON `proceedings` (`body_id`,`stage`,`state`,`due_on`,`breached_at`,`follows_id`);--> statement-breakpoint
CREATE INDEX `proceedings_follows` ON `proceedings` (`follows_id`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` text PRIMARY KEY NOT NULL,
	`answer_id` text NOT NULL,
	`inquiry_id` text NOT NULL,
	`body_id` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text NOT NULL,
	`kept_at` integer,
	`kept_by` text,
	`kept_note` text,
	`lapsed_at` integer,
	FOREIGN KEY (`answer_id`) REFERENCES `answers`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `promises_answer` ON `promises` (`answer_id`);--> statement-breakpoint
CREATE INDEX `promises_inquiry` ON `promises` (`inquiry_id`);--> statement-breakpoint
CREATE INDEX `promises_due` ON `promises` (`kept_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`part` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`by` text NOT NULL,
	`due_on` text,
	`late` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `redirects_from` ON `redirects` (`from_id`);--> statement-breakpoint
CREATE INDEX `redirects_to` ON `redirects` (`to_id`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`proceeding_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`proceeding_id`, `kind`, `due_on`),
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `satisfactions` (
	`inquiry_id` text PRIMARY KEY NOT NULL,
	`answered` integer NOT NULL,
	`helped` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `snippets` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `snippets_body` ON `snippets` (`body_id`);--> statement-breakpoint
CREATE TABLE `terminations` (
	`id` text PRIMARY KEY NOT NULL,
	`proceeding_id` text NOT NULL,
	`ground` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`tell_by` text,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `terminations_proceeding` ON `terminations` (`proceeding_id`);--> statement-breakpoint
CREATE TABLE `calendar_links` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`code_hash` text NOT NULL,
	`email` text,
	`expires_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `codes_person` ON `codes` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`email_confirmed_at` integer,
	`password_hash` text,
	`full_name` text NOT NULL,
	`name_display` text DEFAULT 'initials' NOT NULL,
	`postal_address` text,
	`language` text NOT NULL,
	`assurance_level` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	CONSTRAINT "people_assurance" CHECK("people"."assurance_level" between 0 and 3)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email_folded`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`body_id` text,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "roles_role" CHECK("roles"."role" in ('clerk', 'executor', 'approver', 'administrator', 'overseer', 'moderator'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `roles_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `roles_body` ON `roles` (`body_id`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`on_day` text NOT NULL,
	`by` text NOT NULL,
	`person_id` text,
	`proceeding_id` text,
	`details` text NOT NULL,
	`once` text,
	`recorded_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`,`subject_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_once` ON `events` (`once`);--> statement-breakpoint
CREATE TABLE `hidings` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`explanation` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`lifted_at` integer,
	`lifted_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `hidings_subject` ON `hidings` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `number_sequences` (
	`body_code` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`body_code`, `year`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`notice` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text NOT NULL,
	`values` text NOT NULL,
	`once` text,
	`created_at` integer NOT NULL,
	`next_attempt_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`failed_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`once`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`explanation` text NOT NULL,
	`at` integer NOT NULL,
	`reporter_id` text,
	`decided_at` integer,
	`decided_by` text,
	`outcome` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`decided_at`,`at`);