CREATE TABLE search_index (
	number integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	kind text NOT NULL,
	ref text NOT NULL,
	words text NOT NULL,
	UNIQUE (kind, ref)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5(
	kind, words, content = 'search_index', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
);
--> statement-breakpoint
CREATE TRIGGER search_index_added AFTER INSERT ON search_index BEGIN
	INSERT INTO search_words (rowid, kind, words) VALUES (new.number, new.kind, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_index_removed AFTER DELETE ON search_index BEGIN
	INSERT INTO search_words (search_words, rowid, kind, words) VALUES ('delete', old.number, old.kind, old.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_index_changed AFTER UPDATE ON search_index BEGIN
	INSERT INTO search_words (search_words, rowid, kind, words) VALUES ('delete', old.number, old.kind, old.words);
	INSERT INTO search_words (rowid, kind, words) VALUES (new.number, new.kind, new.words);
END;
