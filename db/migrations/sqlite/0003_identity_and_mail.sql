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
CREATE INDEX `spent_statements_expires` ON `spent_statements` (`expires_at`);