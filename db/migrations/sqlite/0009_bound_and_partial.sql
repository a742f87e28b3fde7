CREATE TABLE `partial_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`proceeding_id` text NOT NULL,
	`language` text NOT NULL,
	`body` text NOT NULL,
	`html` text NOT NULL,
	`signed_at` integer NOT NULL,
	`signed_on` text NOT NULL,
	`signed_by` text NOT NULL,
	`signer_name` text NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proceeding_id`) REFERENCES `proceedings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `partial_answers_inquiry` ON `partial_answers` (`inquiry_id`);--> statement-breakpoint
CREATE INDEX `partial_answers_proceeding` ON `partial_answers` (`proceeding_id`);--> statement-breakpoint
ALTER TABLE `bodies` ADD `bound` integer DEFAULT true NOT NULL;