CREATE TABLE search_index (
	number integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	kind text NOT NULL,
	ref text NOT NULL,
	words text NOT NULL,
	UNIQUE (kind, ref)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_words USING fts5(
	words, content = 'search_index', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0', prefix = '5'
);
--> statement-breakpoint
CREATE TRIGGER search_index_added AFTER INSERT ON search_index BEGIN
	INSERT INTO search_words (rowid, words) VALUES (new.number, new.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_index_removed AFTER DELETE ON search_index BEGIN
	INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.number, old.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_index_changed AFTER UPDATE ON search_index BEGIN
	INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.number, old.words);
	INSERT INTO search_words (rowid, words) VALUES (new.number, new.words);
END;
