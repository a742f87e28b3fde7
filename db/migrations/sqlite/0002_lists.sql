DROP INDEX `inquiries_office`;--> statement-breakpoint
DROP INDEX `inquiries_body`;--> statement-breakpoint
DROP INDEX `inquiries_public_state`;--> statement-breakpoint
DROP INDEX `inquiries_answered`;--> statement-breakpoint
DROP INDEX `inquiries_office_state`;--> statement-breakpoint
CREATE INDEX `inquiries_body_state` ON `inquiries` (`body_id`,`visibility`,`state`,`due_on`,`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_office` ON `inquiries` (`office_id`,`visibility`,`received_at`,`state`,`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_body` ON `inquiries` (`body_id`,`visibility`,`received_at`,`state`,`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_public_state` ON `inquiries` (`visibility`,`state`,`due_on`,`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_answered` ON `inquiries` (`visibility`,`answered_at`,`state`,`lead_id`);--> statement-breakpoint
CREATE INDEX `inquiries_office_state` ON `inquiries` (`office_id`,`visibility`,`state`,`due_on`,`lead_id`);