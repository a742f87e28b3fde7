INSERT INTO search_index (kind, ref, words)
SELECT 'hearing', CAST(hearings.id AS text), replace(replace(replace(replace(
	group_concat(hearing_texts.title, ' '), 'й', 'и'), 'Й', 'и'), 'ё', 'е'), 'Ё', 'е')
FROM hearings
INNER JOIN hearing_texts ON hearing_texts.hearing_id = hearings.id
WHERE hearings.posted_at IS NOT NULL
GROUP BY hearings.id;
