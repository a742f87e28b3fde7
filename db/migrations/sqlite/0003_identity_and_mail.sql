CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`ceremony` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "challenges_ceremony" CHECK("challenges"."ceremony" in ('create', 'get', 'sign-in'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `challenges_expires` ON `challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `devices_person` ON `devices` (`person_id`);--> statement-breakpoint
CREATE INDEX `devices_seen` ON `devices` (`seen_at`);--> statement-breakpoint
CREATE TABLE `factors` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`credential_id` text,
	`public_key` blob,
	`counter` integer DEFAULT 0 NOT NULL,
	`transports` text,
	`secret` text,
	`last_step` integer,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "factors_kind" CHECK("factors"."kind" in ('passkey', 'totp'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `factors_person` ON `factors` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `factors_credential` ON `factors` (`credential_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `additions` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `additions_inquiry` ON `additions` (`inquiry_id`,`at`);--> statement-breakpoint
CREATE TABLE `incoming_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`raw_id` text NOT NULL,
	`recipient` text NOT NULL,
	`return_path` text NOT NULL,
	`client_address` text,
	`client_name` text,
	`received_at` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`reason` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_until` integer,
	`placed_at` integer,
	`sameness` text,
	`message_id` text,
	`sender` text,
	`sender_name` text,
	`subject` text,
	`text` text,
	`folded` text,
	`authentication` text,
	`left_out` text,
	`body_id` text,
	`office_id` text,
	`inquiry_id` text,
	`decided_by` text,
	`decided_at` integer,
	`explanation` text,
	FOREIGN KEY (`raw_id`) REFERENCES `raw_mail`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`office_id`) REFERENCES `offices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "incoming_mail_state" CHECK("incoming_mail"."state" in ('waiting', 'filed', 'added', 'corrected', 'drafted', 'held', 'set_aside', 'same', 'returned', 'discarded'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `incoming_mail_waiting` ON `incoming_mail` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `incoming_mail_body` ON `incoming_mail` (`body_id`,`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `incoming_mail_inquiry` ON `incoming_mail` (`inquiry_id`);--> statement-breakpoint
CREATE INDEX `incoming_mail_sender` ON `incoming_mail` (`sender`,`received_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `incoming_mail_sameness` ON `incoming_mail` (`sameness`);--> statement-breakpoint
CREATE INDEX `incoming_mail_raw` ON `incoming_mail` (`raw_id`);--> statement-breakpoint
CREATE TABLE `raw_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`size` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `follows` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`rhythm` text NOT NULL,
	`created_at` integer NOT NULL,
	`tell_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "follows_subject_known" CHECK("follows"."subject" in ('inquiry', 'office', 'body', 'search')),
	CONSTRAINT "follows_rhythm" CHECK("follows"."rhythm" in ('now', 'daily', 'weekly'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`person_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_subject` ON `follows` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_tell` ON `follows` (`tell_at`);--> statement-breakpoint
CREATE TABLE `news` (
	`follow_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`follow_id`, `sequence`),
	FOREIGN KEY (`follow_id`) REFERENCES `follows`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `news_told` ON `news` (`told_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`notice` text NOT NULL,
	`values` text NOT NULL,
	`inquiry_id` text,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`number`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notices_at` ON `notices` (`at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`provider` text NOT NULL,
	`level` integer NOT NULL,
	`region` text,
	`linked_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`unlinked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "identities_kind" CHECK("identities"."kind" in ('oidc', 'eds')),
	CONSTRAINT "identities_level" CHECK("identities"."level" between 0 and 3)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_person` ON `identities` (`person_id`,`kind`,`provider`);--> statement-breakpoint
CREATE TABLE `waiting_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`locked` text NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `waiting_forms_expires` ON `waiting_forms` (`expires_at`);--> statement-breakpoint
CREATE TABLE `authorities` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`certificate` blob NOT NULL,
	`fingerprint` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `authorities_once` ON `authorities` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `signatures` (
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
	CONSTRAINT "signatures_subject" CHECK("signatures"."subject" in ('inquiry', 'answer')),
	CONSTRAINT "signatures_revocation" CHECK("signatures"."revocation" in ('good', 'revoked', 'unchecked'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `signatures_subject` ON `signatures` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `signatures_unchecked` ON `signatures` (`next_check_at`);--> statement-breakpoint
CREATE TABLE `spent_statements` (
	`nonce_hash` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `spent_statements_expires` ON `spent_statements` (`expires_at`);--> statement-breakpoint
DROP INDEX `inquiries_public`;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `complaint_proceeding_id` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `confirmation` text;--> statement-breakpoint
CREATE INDEX `inquiries_public` ON `inquiries` (`visibility`,`received_at`,`lead_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`email_folded` text,
	`email_confirmed_at` integer,
	`password_hash` text,
	`full_name` text NOT NULL,
	`name_display` text DEFAULT 'initials' NOT NULL,
	`postal_address` text,
	`phone` text,
	`language` text NOT NULL,
	`assurance_level` integer DEFAULT 0 NOT NULL,
	`identifier_hash` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	CONSTRAINT "people_assurance" CHECK("__new_people"."assurance_level" between 0 and 3)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_people`("id", "email", "email_folded", "email_confirmed_at", "password_hash", "full_name", "name_display", "postal_address", "language", "assurance_level", "created_at", "closed_at") SELECT "id", "email", "email_folded", "email_confirmed_at", "password_hash", "full_name", "name_display", "postal_address", "language", "assurance_level", "created_at", "closed_at" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email_folded`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_identifier` ON `people` (`identifier_hash`);--> statement-breakpoint
ALTER TABLE `codes` ADD `phone` text;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`factor_at` integer,
	`device` text,
	`seen_at` integer,
	`level` integer DEFAULT 1 NOT NULL,
	`proof` text DEFAULT 'password' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sessions_level" CHECK("__new_sessions"."level" between 0 and 3),
	CONSTRAINT "sessions_proof" CHECK("__new_sessions"."proof" in ('password', 'code', 'oidc', 'eds', 'passkey'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_sessions`("id", "person_id", "expires_at", "created_at") SELECT "id", "person_id", "expires_at", "created_at" FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `channel` text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `inquiry_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `to_author` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `status` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `bounced_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_case` ON `outbox` (`inquiry_id`,`number`);--> statement-breakpoint
CREATE INDEX `files_uploaded` ON `files` (`uploaded_at`);