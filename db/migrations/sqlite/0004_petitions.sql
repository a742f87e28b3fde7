CREATE TABLE `consideration_duties` (
	`consideration_id` integer NOT NULL,
	`duty` text NOT NULL,
	`done_on` text,
	`note` text NOT NULL,
	`waived` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`consideration_id`, `duty`),
	FOREIGN KEY (`consideration_id`) REFERENCES `considerations`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `considerations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`petition_id` integer NOT NULL,
	`threshold` text NOT NULL,
	`needed` integer NOT NULL,
	`state` text DEFAULT 'reached' NOT NULL,
	`body_id` text NOT NULL,
	`reached_at` integer NOT NULL,
	`sent_at` integer,
	`sent_by` text,
	`sent_with` integer,
	`tell_by` text,
	`told_at` integer,
	`registered_on` text,
	`rule` text,
	`due_on` text,
	`discussion_on` text,
	`notice_by` text,
	`notice_at` integer,
	`draft_decision` text,
	`outcome` text,
	`language` text,
	`html` text,
	`reasons` text,
	`law` text,
	`facts` text,
	`appeal` text,
	`promises` text,
	`decided_at` integer,
	`decided_on` text,
	`decided_by` text,
	`signer_name` text,
	`publish_by` text,
	`published_at` integer,
	`statement` text,
	`statement_at` integer,
	`list_taken_at` integer,
	`list_taken_by` text,
	`list_hash` text,
	`list_received_at` integer,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "considerations_state" CHECK("considerations"."state" in ('reached', 'sent', 'decided'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `considerations_once` ON `considerations` (`petition_id`,`threshold`);--> statement-breakpoint
CREATE INDEX `considerations_body` ON `considerations` (`body_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `considerations_due` ON `considerations` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `invalidations` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`criterion` text NOT NULL,
	`conditions` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`found` integer NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	`done_to` integer DEFAULT 0 NOT NULL,
	`until` integer NOT NULL,
	`tried_at` integer NOT NULL,
	`tried_by` text NOT NULL,
	`started_at` integer,
	`started_by` text,
	`ended_at` integer,
	`reversed_at` integer,
	`reversed_by` text,
	`reversal_reason` text,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "invalidations_state" CHECK("invalidations"."state" in ('tried', 'running', 'done', 'reversing', 'reversed', 'discarded'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `invalidations_petition` ON `invalidations` (`petition_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `invalidations_running` ON `invalidations` (`state`);--> statement-breakpoint
CREATE TABLE `outages` (
	`id` text PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`reason` text NOT NULL,
	`days` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `outages_from` ON `outages` (`from_at`);--> statement-breakpoint
CREATE TABLE `paper_rows` (
	`sheet_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`signed_on` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	`removed_at` integer,
	`removal_reason` text,
	PRIMARY KEY(`sheet_id`, `ordinal`),
	FOREIGN KEY (`sheet_id`) REFERENCES `paper_sheets`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `paper_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`label` text NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`same` integer DEFAULT 0 NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_sheets_label` ON `paper_sheets` (`petition_id`,`label`);--> statement-breakpoint
CREATE TABLE `pending_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`email` text NOT NULL,
	`full_name` text NOT NULL,
	`public_name` text,
	`region` text NOT NULL,
	`language` text NOT NULL,
	`updates` integer NOT NULL,
	`address` text,
	`network` text,
	`by_link` integer NOT NULL,
	`review` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pending_signatures_petition` ON `pending_signatures` (`petition_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `pending_signatures_expires` ON `pending_signatures` (`expires_at`);--> statement-breakpoint
CREATE TABLE `petition_breaches` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`consideration_id` integer,
	`body_id` text,
	`duty` text NOT NULL,
	`due_on` text NOT NULL,
	`legal_moment` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`mended_at` integer,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "petition_breaches_duty" CHECK("petition_breaches"."duty" in ('check', 'inform_media', 'tell_sent', 'consider', 'publish_decision'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `petition_breaches_once` ON `petition_breaches` (`petition_id`,`duty`,`due_on`);--> statement-breakpoint
CREATE INDEX `petition_breaches_moment` ON `petition_breaches` (`legal_moment`);--> statement-breakpoint
CREATE TABLE `petition_cells` (
	`petition_id` integer NOT NULL,
	`by` text NOT NULL,
	`key` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`petition_id`, `by`, `key`),
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "petition_cells_by" CHECK("petition_cells"."by" in ('method', 'region', 'hour'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `petition_checkpoints` (
	`petition_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`head` text NOT NULL,
	`at` integer NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`petition_id`, `ordinal`),
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `petition_mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`notice` text NOT NULL,
	`values` text NOT NULL,
	`told_to` integer DEFAULT 0 NOT NULL,
	`until` integer NOT NULL,
	`written_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `petition_mailings_waiting` ON `petition_mailings` (`done_at`,`written_at`);--> statement-breakpoint
CREATE INDEX `petition_mailings_petition` ON `petition_mailings` (`petition_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `petition_signatures` (
	`petition_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`signer_hash` text NOT NULL,
	`level` integer NOT NULL,
	`method` text NOT NULL,
	`state` text NOT NULL,
	`region` text NOT NULL,
	`signed_at` integer NOT NULL,
	`commitment` text NOT NULL,
	`person_id` text,
	`full_name` text,
	`public_name` text,
	`email` text,
	`language` text NOT NULL,
	`updates` integer NOT NULL,
	`consent` integer NOT NULL,
	`address` text,
	`network` text,
	`domain` text,
	`invalidation_id` text,
	PRIMARY KEY(`petition_id`, `ordinal`),
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "petition_signatures_level" CHECK("petition_signatures"."level" between 1 and 3),
	CONSTRAINT "petition_signatures_method" CHECK("petition_signatures"."method" in ('email', 'oidc', 'eds', 'paper')),
	CONSTRAINT "petition_signatures_state" CHECK("petition_signatures"."state" in ('confirmed', 'review', 'removed', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `petition_signatures_once` ON `petition_signatures` (`petition_id`,`signer_hash`);--> statement-breakpoint
CREATE INDEX `petition_signatures_set_apart` ON `petition_signatures` (`petition_id`,`ordinal`) WHERE state = 'review';--> statement-breakpoint
CREATE INDEX `petition_signatures_removed_by` ON `petition_signatures` (`invalidation_id`,`ordinal`) WHERE invalidation_id is not null;--> statement-breakpoint
CREATE TABLE `petition_tallies` (
	`petition_id` integer PRIMARY KEY NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL,
	`review` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	`withdrawn` integer DEFAULT 0 NOT NULL,
	`head` text NOT NULL,
	`last_signed_at` integer,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `petition_texts` (
	`petition_id` integer NOT NULL,
	`language` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`substance` text DEFAULT '' NOT NULL,
	`arguments` text DEFAULT '' NOT NULL,
	`proposals` text DEFAULT '' NOT NULL,
	`html` text DEFAULT '' NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`petition_id`, `language`),
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `petition_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`petition_id` integer NOT NULL,
	`language` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`to_signers` integer NOT NULL,
	`written_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`refusal` text,
	FOREIGN KEY (`petition_id`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "petition_updates_state" CHECK("petition_updates"."state" in ('waiting', 'published', 'refused'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `petition_updates_petition` ON `petition_updates` (`petition_id`,`state`,`decided_at`);--> statement-breakpoint
CREATE INDEX `petition_updates_waiting` ON `petition_updates` (`state`,`written_at`);--> statement-breakpoint
CREATE TABLE `petitions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`body_id` text,
	`language` text NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`author_address` text,
	`public_author` text NOT NULL,
	`representing` text,
	`profile_id` text NOT NULL,
	`profile_version` text NOT NULL,
	`competence` text,
	`thresholds` text,
	`signature_level` integer DEFAULT 1 NOT NULL,
	`link_hash` text,
	`sponsors_needed` integer DEFAULT 0 NOT NULL,
	`sponsors_most` integer,
	`sponsors_by` text,
	`check_by` text,
	`inform_media_by` text,
	`collects_until` text,
	`closes_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`linked_at` integer,
	`sponsored_at` integer,
	`checked_at` integer,
	`published_at` integer,
	`media_informed_at` integer,
	`ended_at` integer,
	`rejection_ground` text,
	`rejection_reason` text,
	`hidden` integer DEFAULT false NOT NULL,
	`counter_to` integer,
	`inquiry_number` text,
	`recounted_at` integer,
	`recount_agreed` integer,
	`anonymised_at` integer,
	`submission_id` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counter_to`) REFERENCES `petitions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "petitions_state" CHECK("petitions"."state" in ('draft', 'sponsoring', 'lapsed', 'checking', 'rejected', 'open', 'considered', 'decided', 'returned', 'closed', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `petitions_number` ON `petitions` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `petitions_submission` ON `petitions` (`submission_id`);--> statement-breakpoint
CREATE INDEX `petitions_state` ON `petitions` (`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `petitions_closing` ON `petitions` (`state`,`closes_at`);--> statement-breakpoint
CREATE INDEX `petitions_body` ON `petitions` (`body_id`,`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `petitions_author` ON `petitions` (`author_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `petitions_counter` ON `petitions` (`counter_to`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "signatures_subject" CHECK("__new_signatures"."subject" in ('inquiry', 'answer', 'petition')),
	CONSTRAINT "signatures_revocation" CHECK("__new_signatures"."revocation" in ('good', 'revoked', 'unchecked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_signatures`("id", "subject", "subject_id", "person_id", "statement", "cms", "text", "signer_name", "issuer", "serial", "valid_until", "signed_at", "revocation", "next_check_at") SELECT "id", "subject", "subject_id", "person_id", "statement", "cms", "text", "signer_name", "issuer", "serial", "valid_until", "signed_at", "revocation", "next_check_at" FROM `signatures`;--> statement-breakpoint
DROP TABLE `signatures`;--> statement-breakpoint
ALTER TABLE `__new_signatures` RENAME TO `signatures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `signatures_subject` ON `signatures` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `signatures_unchecked` ON `signatures` (`next_check_at`);--> statement-breakpoint
ALTER TABLE `bodies` ADD `competence` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `population` integer;--> statement-breakpoint
ALTER TABLE `bodies` ADD `population_on` text;--> statement-breakpoint
ALTER TABLE `bodies` ADD `population_source` text;