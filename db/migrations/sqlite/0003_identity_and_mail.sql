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
ALTER TABLE `inquiries` ADD `complaint_proceeding_id` text;--> statement-breakpoint
ALTER TABLE `codes` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `channel` text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `inquiry_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `status` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `bounced_at` integer;--> statement-breakpoint
CREATE INDEX `outbox_case` ON `outbox` (`inquiry_id`,`number`);--> statement-breakpoint
CREATE INDEX `files_uploaded` ON `files` (`uploaded_at`);