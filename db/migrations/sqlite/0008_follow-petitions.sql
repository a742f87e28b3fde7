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
	CONSTRAINT "follows_subject_known" CHECK("__new_follows"."subject" in ('inquiry', 'office', 'body', 'search', 'petition', 'hearing', 'territory')),
	CONSTRAINT "follows_rhythm" CHECK("__new_follows"."rhythm" in ('now', 'daily', 'weekly'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_follows`("id", "person_id", "subject", "subject_id", "rhythm", "created_at", "tell_at") SELECT "id", "person_id", "subject", "subject_id", "rhythm", "created_at", "tell_at" FROM `follows`;--> statement-breakpoint
DROP TABLE `follows`;--> statement-breakpoint
ALTER TABLE `__new_follows` RENAME TO `follows`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `follows_once` ON `follows` (`person_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_subject` ON `follows` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `follows_tell` ON `follows` (`tell_at`);