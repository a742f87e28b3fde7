DROP INDEX `proceedings_desk`;--> statement-breakpoint
DROP INDEX `proceedings_office_figures`;--> statement-breakpoint
DROP INDEX `proceedings_body_figures`;--> statement-breakpoint
DROP INDEX `proceedings_follows`;--> statement-breakpoint
ALTER TABLE `proceedings` ADD `public` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `proceedings` SET `public` = true WHERE `inquiry_id` IN (SELECT `id` FROM `inquiries` WHERE `visibility` = 'public');--> statement-breakpoint
CREATE INDEX `proceedings_office_answered` ON `proceedings` (`office_id`,`public`,`answered_at`,`follows_id`) WHERE "proceedings"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `proceedings_body_answered` ON `proceedings` (`body_id`,`public`,`answered_at`,`follows_id`) WHERE "proceedings"."answered_at" is not null;--> statement-breakpoint
CREATE INDEX `proceedings_desk` ON `proceedings` (`body_id`,`stage`,`due_on`,`id`,`public`,`follows_id`);--> statement-breakpoint
CREATE INDEX `proceedings_office_figures` ON `proceedings` (`office_id`,`stage`,`state`,`due_on`,`breached_at`,`follows_id`,`public`);--> statement-breakpoint
CREATE INDEX `proceedings_body_figures` ON `proceedings` (`body_id`,`stage`,`state`,`due_on`,`breached_at`,`follows_id`,`public`);--> statement-breakpoint
CREATE INDEX `proceedings_follows` ON `proceedings` (`follows_id`) WHERE "proceedings"."follows_id" is not null;