INSERT INTO search_index (kind, ref, words)
SELECT 'hearing', CAST(hearings.id AS text), translate(lower(string_agg(hearing_texts.title, ' ')),
	'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯёй',
	'аәбвгғдеежзиикқлмнңоөпрстуұүфхһцчшщъыіьэюяеи')
FROM hearings
INNER JOIN hearing_texts ON hearing_texts.hearing_id = hearings.id
WHERE hearings.posted_at IS NOT NULL
GROUP BY hearings.id;
