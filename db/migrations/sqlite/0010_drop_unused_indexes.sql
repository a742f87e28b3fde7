DROP INDEX `inquiries_office_state`;--> statement-breakpoint
DROP INDEX `inquiries_body_state`;