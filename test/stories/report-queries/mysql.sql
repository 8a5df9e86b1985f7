-- MySQL 9.7
-- UPDATE_QUERIES=1 npm test -- --quick report-queries

-- GET /v1/figures?from=2021-01&to=2021-12

SELECT MAX(compiled_at) AS at
FROM compiled_classes;
-- Select tables optimized away

SELECT COALESCE(SUM(seq - done_seq), ?) AS facts
FROM outbox
WHERE job = 'compile-class';
-- outbox: ref uq_outbox_one_row_per_work

SELECT id, path, level, name, access_path AS accessPath
FROM units
WHERE access_path IN (?, …)
ORDER BY path, id;
-- units: ref ix_units_access_path, Using filesort

SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: const PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&by=kind,town,month

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT DISTINCT key_town AS id
FROM units
WHERE path LIKE CONCAT(?, '%');
-- units: index ix_units_key_town

-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …
SELECT f.kind AS kind, f.month AS month, f.unit_id AS unitId, f.batches AS batches, f.sessions_held AS sessions_held, f.visits AS visits, f.registered AS registered, f.declared AS declared, f.unverified AS unverified, f.unidentified AS unidentified, f.attendances AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*' AND f.batches + f.sessions_held + f.visits + f.registered + f.declared + f.unverified + f.unidentified + f.attendances > ?
ORDER BY f.kind, f.month, f.unit_id;
-- figure_cells f: range PRIMARY, Using filesort

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'town' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind <> '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: range PRIMARY

SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_county AS county, county.name AS countyName
FROM units u
JOIN units village ON village.id = u.key_village
JOIN units town ON town.id = u.key_town
JOIN units county ON county.id = u.key_county
WHERE u.id IN (?, …);
-- units u: range PRIMARY
-- units village: eq_ref PRIMARY
-- units town: eq_ref PRIMARY
-- units county: eq_ref PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&by=kind,town,month&basis=host

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT DISTINCT key_town AS id FROM units WHERE path LIKE CONCAT(?, '%') …
SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'host' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'host' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: const PRIMARY

SELECT f.kind AS kind, f.month AS month, f.unit_id AS unitId, f.batches AS batches, f.sessions_held AS sessions_held, f.visits AS visits, f.registered AS registered, f.declared AS declared, f.unverified AS unverified, f.unidentified AS unidentified, f.attendances AS attendances
FROM figure_cells f
WHERE f.basis = 'host' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*' AND f.batches + f.sessions_held + f.visits + f.registered + f.declared + f.unverified + f.unidentified + f.attendances > ?
ORDER BY f.kind, f.month, f.unit_id;
-- figure_cells f: range PRIMARY, Using filesort

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'host' AND p.level = 'town' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind <> '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: range PRIMARY

-- as above: SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_cou …

-- GET /v1/figures?from=2021-01&to=2021-12&by=audience

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …
SELECT f.audience AS audience, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience <> '*'
GROUP BY f.audience
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.audience;
-- figure_cells f: range PRIMARY, Using temporary, Using filesort

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience <> '*' AND p.people > ?;
-- people_cells p: range PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&by=village,audience

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT DISTINCT key_village AS id
FROM units
WHERE path LIKE CONCAT(?, '%');
-- units: ALL, Using temporary

-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …
SELECT f.audience AS audience, f.unit_id AS unitId, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'village' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience <> '*'
GROUP BY f.audience, f.unit_id
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.audience, f.unit_id;
-- figure_cells f: range PRIMARY, Using temporary, Using filesort

SELECT f.kind, f.month, f.audience, u.key_village AS village, u.key_town AS town, u.key_county AS county, f.persons
FROM person_sets f
JOIN units u ON u.id = f.unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%');
-- person_sets f: range PRIMARY
-- units u: eq_ref PRIMARY

SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_county AS county, county.name AS countyName
FROM units u
JOIN units village ON village.id = u.key_village
JOIN units town ON town.id = u.key_town
JOIN units county ON county.id = u.key_county
WHERE u.id IN (?, …);
-- units u: ALL
-- units village: eq_ref PRIMARY
-- units town: eq_ref PRIMARY
-- units county: eq_ref PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&audience=public&by=kind

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = 'public';
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience = 'public' AND p.people > ?;
-- people_cells p: const PRIMARY

SELECT f.kind AS kind, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = 'public'
GROUP BY f.kind
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.kind;
-- figure_cells f: range PRIMARY, Using temporary, Using filesort

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind <> '*' AND p.audience = 'public' AND p.people > ?;
-- people_cells p: range PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&kind=thematic&by=county,month

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.kind = 'thematic' AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = 'thematic' AND p.audience = '*' AND p.people > ?;
-- people_cells p: const PRIMARY

SELECT f.month AS month, f.unit_id AS unitId, f.batches AS batches, f.sessions_held AS sessions_held, f.visits AS visits, f.registered AS registered, f.declared AS declared, f.unverified AS unverified, f.unidentified AS unidentified, f.attendances AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.kind = 'thematic' AND f.audience = '*' AND f.batches + f.sessions_held + f.visits + f.registered + f.declared + f.unverified + f.unidentified + f.attendances > ?
ORDER BY f.month, f.unit_id;
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS county
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'county' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = 'thematic' AND p.audience = '*' AND p.people > ?;
-- people_cells p: range PRIMARY

SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_county AS county, county.name AS countyName
FROM units u
JOIN units village ON village.id = u.key_village
JOIN units town ON town.id = u.key_town
JOIN units county ON county.id = u.key_county
WHERE u.id IN (?, …);
-- units u: const PRIMARY
-- units village: const PRIMARY
-- units town: const PRIMARY
-- units county: const PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&unit={town}&by=month

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
SELECT id, path, level, name, access_path AS accessPath
FROM units
WHERE id = ?;
-- units: const PRIMARY

SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'town' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: const PRIMARY

SELECT f.month AS month, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.month
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.month;
-- figure_cells f: range PRIMARY

SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town
FROM people_cells p
WHERE p.basis = 'trainee' AND p.level = 'town' AND p.period BETWEEN ? AND ? AND p.unit_id IN (?, …) AND p.kind = '*' AND p.audience = '*' AND p.people > ?;
-- people_cells p: range PRIMARY

-- GET /v1/figures?from=2021-01&to=2021-12&unit={village}&by=kind

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'village' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT f.kind, f.month, f.audience, u.key_village AS village, u.key_town AS town, u.key_county AS county, f.persons
FROM person_sets f
JOIN units u ON u.id = f.unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%');
-- units u: range ix_units_path
-- person_sets f: range PRIMARY, Using join buffer

SELECT f.kind AS kind, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'village' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.kind
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.kind;
-- figure_cells f: range PRIMARY, Using temporary, Using filesort

-- as above: SELECT f.kind, f.month, f.audience, u.key_village AS village, u.key_town AS town, u.key_county AS county, f.persons FROM …

-- GET /v1/figures?from=2021-02&to=2021-04&by=town&basis=trainee

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT DISTINCT key_town AS id FROM units WHERE path LIKE CONCAT(?, '%') …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT f.kind, f.month, f.audience, u.key_village AS village, u.key_town AS town, u.key_county AS county, f.persons FROM …
SELECT f.unit_id AS unitId, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.unit_id
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.unit_id;
-- figure_cells f: range PRIMARY

-- as above: SELECT f.kind, f.month, f.audience, u.key_village AS village, u.key_town AS town, u.key_county AS county, f.persons FROM …
-- as above: SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_cou …

-- GET /v1/figures?from=2021-02&to=2021-04&by=town&basis=host

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT DISTINCT key_town AS id FROM units WHERE path LIKE CONCAT(?, '%') …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
SELECT COUNT(DISTINCT f.person_id) AS people
FROM participations f
JOIN units u ON u.id = f.host_unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%');
-- participations f: index ix_participations_host, Using index
-- units u: eq_ref PRIMARY

SELECT f.unit_id AS unitId, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'host' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.unit_id
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.unit_id;
-- figure_cells f: range PRIMARY

SELECT u.key_town AS part0, COUNT(DISTINCT f.person_id) AS people
FROM participations f
JOIN units u ON u.id = f.host_unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%')
GROUP BY u.key_town;
-- participations f: index ix_participations_host, Using index, Using temporary, Using filesort
-- units u: eq_ref PRIMARY

-- as above: SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_cou …

-- GET /v1/figures?from=2021-02&to=2021-04&by=town&basis=venue

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT DISTINCT key_town AS id FROM units WHERE path LIKE CONCAT(?, '%') …
SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'venue' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*';
-- figure_cells f: range PRIMARY

SELECT COUNT(DISTINCT f.person_id) AS people
FROM participations f
JOIN units u ON u.id = f.venue_unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%');
-- participations f: index ix_participations_venue, Using index
-- units u: eq_ref PRIMARY

SELECT f.unit_id AS unitId, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'venue' AND f.level = 'town' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.unit_id
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.unit_id;
-- figure_cells f: range PRIMARY

SELECT u.key_town AS part0, COUNT(DISTINCT f.person_id) AS people
FROM participations f
JOIN units u ON u.id = f.venue_unit_id
WHERE f.month IN (?, …) AND u.path LIKE CONCAT(?, '%')
GROUP BY u.key_town;
-- participations f: index ix_participations_venue, Using index, Using temporary, Using filesort
-- units u: eq_ref PRIMARY

-- as above: SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_cou …

-- GET /v1/figures/bulletin?from=2021-01&to=2021-12

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
SELECT f.kind AS kind, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits), ?) AS visits, COALESCE(SUM(f.registered), ?) AS registered, COALESCE(SUM(f.declared), ?) AS declared, COALESCE(SUM(f.unverified), ?) AS unverified, COALESCE(SUM(f.unidentified), ?) AS unidentified, COALESCE(SUM(f.attendances), ?) AS attendances
FROM figure_cells f
WHERE f.basis = 'trainee' AND f.level = 'county' AND f.month BETWEEN ? AND ? AND f.unit_id IN (?, …) AND f.audience = '*'
GROUP BY f.kind
HAVING SUM(f.batches) + SUM(f.sessions_held) + SUM(f.visits) + SUM(f.registered) + SUM(f.declared) + SUM(f.unverified) + SUM(f.unidentified) + SUM(f.attendances) > ?
ORDER BY f.kind;
-- figure_cells f: range PRIMARY, Using temporary, Using filesort

-- as above: SELECT f.kind AS kind, COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALE …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=batches&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'batches'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: ref ix_held_month
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath
FROM people p
JOIN units u ON u.id = p.unit_id
WHERE p.id IN (NULL);
-- 

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: ref ix_held_month
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=visits&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'visits'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: ref ix_held_month
-- classes c: eq_ref PRIMARY
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- units u: ref ix_units_key_town, Using temporary, Using filesort
-- participations t: ref ix_participations_trainee
-- classes c: eq_ref PRIMARY

SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath
FROM people p
JOIN units u ON u.id = p.unit_id
WHERE p.id IN (?, …);
-- people p: range PRIMARY
-- units u: eq_ref PRIMARY

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=unverified&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.unverified) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.unverified > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=unidentified&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.unidentified) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.unidentified > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=people&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.person_id AS cursor0, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(NULL) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?
GROUP BY t.person_id
ORDER BY t.person_id
LIMIT ?;
-- units u: ref ix_units_key_town, Using temporary, Using filesort
-- participations t: ref ix_participations_trainee
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- attendances t: index PRIMARY
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=batches

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'batches'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=visits

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'visits'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- participations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=unverified

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.unverified) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unverified > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=unidentified

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.unidentified) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unidentified > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=people

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.person_id AS cursor0, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(NULL) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.person_id
ORDER BY t.person_id
LIMIT ?;
-- participations t: index ix_participations_person
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- attendances t: index PRIMARY
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
-- as above: SELECT COALESCE(SUM(f.batches), ?) AS batches, COALESCE(SUM(f.sessions_held), ?) AS sessions_held, COALESCE(SUM(f.visits …
-- as above: SELECT p.kind, p.period, p.audience, p.people, p.unit_id AS town FROM people_cells p WHERE p.basis = 'trainee' AND p.lev …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered&audience=public&basis=trainee&unit={village}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- units u: range ix_units_path, Using index, Using temporary, Using filesort
-- participations t: ref ix_participations_trainee
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered&audience=public&basis=host&unit={village}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.host_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- units u: range ix_units_path, Using index, Using temporary, Using filesort
-- participations t: ref ix_participations_host
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered&audience=public&basis=venue&unit={village}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.venue_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- units u: range ix_units_path, Using index, Using temporary, Using filesort
-- participations t: ref ix_participations_venue
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/why?from=2021-01&to=2021-12&kind=demonstration&month=2021-03&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'batches'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: ref ix_held_month
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: ref ix_held_month
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND touch.audience = '*' AND t.measure = 'visits'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: ref ix_held_month
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(?), ?) AS n
FROM participations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?;
-- units u: ref ix_units_key_town
-- participations t: ref ix_participations_trainee, Using index

SELECT COALESCE(SUM(t.declared), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.declared > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(t.unverified), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.unverified > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(t.unidentified), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ? AND t.unidentified > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(?), ?) AS n
FROM attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?;
-- attendances t: ALL
-- units u: eq_ref PRIMARY

SELECT t.reason, SUM(t.facts) AS facts
FROM left_out t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.kind = 'demonstration' AND t.month = ? AND u.key_town = ?
GROUP BY t.reason
ORDER BY t.reason;
-- left_out t: ALL, Using temporary, Using filesort
-- units u: eq_ref PRIMARY

-- GET /v1/figures/why?from=2021-01&to=2021-12

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'batches'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'visits'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(?), ?) AS n
FROM participations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?;
-- participations t: index ix_participations_trainee, Using index
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(t.declared), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.declared > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(t.unverified), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unverified > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(t.unidentified), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unidentified > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(?), ?) AS n
FROM attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?;
-- attendances t: ALL
-- units u: eq_ref PRIMARY

SELECT t.reason, SUM(t.facts) AS facts
FROM left_out t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.reason
ORDER BY t.reason;
-- left_out t: ALL, Using temporary, Using filesort
-- units u: eq_ref PRIMARY

-- GET /v1/figures/sites?from=2021-01&to=2021-12

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(s.site_id, stop.site_id) AS partakerId, SUM(f.sessionsHeld) AS sessionsHeld, SUM(f.visits) AS visits, SUM(f.attendances) AS attendances, SUM(f.declared) AS declared
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, ?, SUM(t.declared)
FROM held h
JOIN declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.class_id = h.class_id AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id) f STRAIGHT_JOIN (sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)) ON s.id = f.session_id
WHERE COALESCE(s.site_id, stop.site_id) IS NOT NULL
GROUP BY COALESCE(s.site_id, stop.site_id)
ORDER BY SUM(f.sessionsHeld) DESC, COALESCE(s.site_id, stop.site_id)
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index
-- declarations t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref PRIMARY
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(f.sessionsHeld * ?), ?) AS total_sessionsHeld, COALESCE(SUM(f.visits * ?), ?) AS total_visits, COALESCE(SUM(f.attendances * ?), ?) AS total_attendances, COALESCE(SUM(f.declared * ?), ?) AS total_declared, COALESCE(SUM(f.sessionsHeld * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_sessionsHeld, COALESCE(SUM(f.visits * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_visits, COALESCE(SUM(f.attendances * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_attendances, COALESCE(SUM(f.declared * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_declared, COALESCE(SUM(f.sessionsHeld * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_sessionsHeld, COALESCE(SUM(f.visits * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_visits, COALESCE(SUM(f.attendances * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_attendances, COALESCE(SUM(f.declared * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_declared
FROM (SELECT f.*, (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = f.session_id) AS partakers
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, ?, SUM(t.declared)
FROM held h
JOIN declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.class_id = h.class_id AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id) f) f;
-- <derived2>: ALL
-- <derived5>: ALL
-- declarations t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref PRIMARY
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

SELECT s.id, s.name, town.name AS town, s.latitude, s.longitude, u.access_path AS accessPath
FROM teaching_sites s
JOIN units u ON u.id = s.unit_id
JOIN units town ON town.id = u.key_town
WHERE s.id IN (?, …);
-- teaching_sites s: ALL
-- units u: eq_ref PRIMARY
-- units town: eq_ref PRIMARY

SELECT DISTINCT county.access_path AS path
FROM units u
JOIN units county ON county.id = u.key_county
WHERE u.access_path IN (?, …);
-- units u: ref ix_units_access_path, Using temporary
-- units county: eq_ref PRIMARY

-- GET /v1/figures/sites?from=2021-02&to=2021-04&basis=host&unit={town}&audience=public

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT COALESCE(s.site_id, stop.site_id) AS partakerId, SUM(f.sessionsHeld) AS sessionsHeld, SUM(f.visits) AS visits, SUM(f.attendances) AS attendances, SUM(f.declared) AS declared
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = t.host_unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = 'public'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.host_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.session_id) f STRAIGHT_JOIN (sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)) ON s.id = f.session_id
WHERE COALESCE(s.site_id, stop.site_id) IS NOT NULL
GROUP BY COALESCE(s.site_id, stop.site_id)
ORDER BY SUM(f.sessionsHeld) DESC, COALESCE(s.site_id, stop.site_id)
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index
-- attendances t: range ix_held_month, Using temporary
-- units u: eq_ref PRIMARY
-- touch: ref <auto_key0>, Using temporary
-- held h: range ix_held_month, Using index, Using temporary
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(f.sessionsHeld * ?), ?) AS total_sessionsHeld, COALESCE(SUM(f.visits * ?), ?) AS total_visits, COALESCE(SUM(f.attendances * ?), ?) AS total_attendances, COALESCE(SUM(f.declared * ?), ?) AS total_declared, COALESCE(SUM(f.sessionsHeld * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_sessionsHeld, COALESCE(SUM(f.visits * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_visits, COALESCE(SUM(f.attendances * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_attendances, COALESCE(SUM(f.declared * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_declared, COALESCE(SUM(f.sessionsHeld * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_sessionsHeld, COALESCE(SUM(f.visits * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_visits, COALESCE(SUM(f.attendances * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_attendances, COALESCE(SUM(f.declared * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_declared
FROM (SELECT f.*, (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = f.session_id) AS partakers
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = t.host_unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = 'public'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.host_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.session_id) f) f;
-- <derived2>: ALL
-- <derived5>: ALL
-- attendances t: range ix_held_month, Using temporary
-- units u: eq_ref PRIMARY
-- touch: ref <auto_key0>, Using temporary
-- held h: range ix_held_month, Using index, Using temporary
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

SELECT s.id, s.name, town.name AS town, s.latitude, s.longitude, u.access_path AS accessPath
FROM teaching_sites s
JOIN units u ON u.id = s.unit_id
JOIN units town ON town.id = u.key_town
WHERE s.id IN (?, …);
-- teaching_sites s: range PRIMARY
-- units u: eq_ref PRIMARY
-- units town: eq_ref PRIMARY

-- as above: SELECT DISTINCT county.access_path AS path FROM units u JOIN units county ON county.id = u.key_county WHERE u.access_pat …

-- GET /v1/figures/instructors?from=2021-01&to=2021-12

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT p.instructor_id AS partakerId, SUM(f.sessionsHeld) AS sessionsHeld, SUM(f.visits) AS visits, SUM(f.attendances) AS attendances, SUM(f.declared) AS declared
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, ?, SUM(t.declared)
FROM held h
JOIN declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.class_id = h.class_id AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id) f STRAIGHT_JOIN (session_instructors p) ON p.session_id = f.session_id
WHERE p.instructor_id IS NOT NULL
GROUP BY p.instructor_id
ORDER BY SUM(f.sessionsHeld) DESC, p.instructor_id
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- p: ref PRIMARY, Using index
-- declarations t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref PRIMARY
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(f.sessionsHeld * ?), ?) AS total_sessionsHeld, COALESCE(SUM(f.visits * ?), ?) AS total_visits, COALESCE(SUM(f.attendances * ?), ?) AS total_attendances, COALESCE(SUM(f.declared * ?), ?) AS total_declared, COALESCE(SUM(f.sessionsHeld * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_sessionsHeld, COALESCE(SUM(f.visits * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_visits, COALESCE(SUM(f.attendances * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_attendances, COALESCE(SUM(f.declared * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_declared, COALESCE(SUM(f.sessionsHeld * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_sessionsHeld, COALESCE(SUM(f.visits * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_visits, COALESCE(SUM(f.attendances * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_attendances, COALESCE(SUM(f.declared * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_declared
FROM (SELECT f.*, (SELECT COUNT(p.instructor_id)
FROM session_instructors p
WHERE p.session_id = f.session_id) AS partakers
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, ?, SUM(t.declared)
FROM held h
JOIN declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.class_id = h.class_id AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.session_id) f) f;
-- <derived2>: ALL
-- <derived4>: ALL
-- declarations t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- held h: range ix_held_month, Using index, Using temporary
-- declarations t: ref PRIMARY
-- units u: eq_ref PRIMARY
-- session_instructors p: ref PRIMARY, Using index

SELECT i.id, i.name, u.name AS unit, i.engagement, u.access_path AS accessPath
FROM instructors i
JOIN units u ON u.id = i.unit_id
WHERE i.id IN (?, …);
-- instructors i: ALL
-- units u: eq_ref PRIMARY

-- as above: SELECT DISTINCT county.access_path AS path FROM units u JOIN units county ON county.id = u.key_county WHERE u.access_pat …

-- GET /v1/figures/instructors?from=2021-02&to=2021-04&basis=host&unit={town}&audience=public

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT p.instructor_id AS partakerId, SUM(f.sessionsHeld) AS sessionsHeld, SUM(f.visits) AS visits, SUM(f.attendances) AS attendances, SUM(f.declared) AS declared
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = t.host_unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = 'public'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.host_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.session_id) f STRAIGHT_JOIN (session_instructors p) ON p.session_id = f.session_id
WHERE p.instructor_id IS NOT NULL
GROUP BY p.instructor_id
ORDER BY SUM(f.sessionsHeld) DESC, p.instructor_id
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- p: ref PRIMARY, Using index
-- attendances t: range ix_held_month, Using temporary
-- units u: eq_ref PRIMARY
-- touch: ref <auto_key0>, Using temporary
-- held h: range ix_held_month, Using index, Using temporary
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY

SELECT COALESCE(SUM(f.sessionsHeld * ?), ?) AS total_sessionsHeld, COALESCE(SUM(f.visits * ?), ?) AS total_visits, COALESCE(SUM(f.attendances * ?), ?) AS total_attendances, COALESCE(SUM(f.declared * ?), ?) AS total_declared, COALESCE(SUM(f.sessionsHeld * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_sessionsHeld, COALESCE(SUM(f.visits * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_visits, COALESCE(SUM(f.attendances * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_attendances, COALESCE(SUM(f.declared * CASE WHEN f.partakers = ? THEN ? ELSE ? END), ?) AS without_declared, COALESCE(SUM(f.sessionsHeld * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_sessionsHeld, COALESCE(SUM(f.visits * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_visits, COALESCE(SUM(f.attendances * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_attendances, COALESCE(SUM(f.declared * GREATEST(CAST(f.partakers AS SIGNED) - ?, ?)), ?) AS again_declared
FROM (SELECT f.*, (SELECT COUNT(p.instructor_id)
FROM session_instructors p
WHERE p.session_id = f.session_id) AS partakers
FROM (SELECT t.session_id, MAX(t.measure = 'sessionsHeld') AS sessionsHeld, MAX(t.measure = 'visits') AS visits, ? AS attendances, ? AS declared
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = t.host_unit_id
WHERE t.measure IN ('sessionsHeld', 'visits') AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = 'public'
GROUP BY t.session_id
UNION ALL SELECT t.session_id, ?, ?, COUNT(*), ?
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.host_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.audience = 'public'
GROUP BY t.session_id) f) f;
-- <derived2>: ALL
-- <derived4>: ALL
-- attendances t: range ix_held_month, Using temporary
-- units u: eq_ref PRIMARY
-- touch: ref <auto_key0>, Using temporary
-- held h: range ix_held_month, Using index, Using temporary
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- session_instructors p: ref PRIMARY, Using index

SELECT i.id, i.name, u.name AS unit, i.engagement, u.access_path AS accessPath
FROM instructors i
JOIN units u ON u.id = i.unit_id
WHERE i.id IN (?, …);
-- instructors i: range PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT DISTINCT county.access_path AS path FROM units u JOIN units county ON county.id = u.key_county WHERE u.access_pat …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&site={site}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- <derived2>: eq_ref <auto_distinct_key>, Using index
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&without=site

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ? AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ? AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&site={site}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- attendances t: ref ix_attendances_session
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
SELECT COALESCE(SUM(?), ?) AS n
FROM attendances t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?;
-- <derived2>: ALL
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&without=site

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- attendances t: index PRIMARY
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
SELECT COALESCE(SUM(?), ?) AS n
FROM attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ?;
-- attendances t: ALL
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared&site={site}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- <derived2>: ALL, Using temporary, Using filesort
-- declarations t: ALL, Using join buffer
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared&without=site

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
SELECT COALESCE(SUM(t.declared), ?) AS n
FROM declarations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) = ? AND t.declared > ?;
-- declarations t: ALL
-- units u: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&instructor={instructor}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN (SELECT session_id
FROM session_instructors
WHERE instructor_id = ?) of_instructor ON of_instructor.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- session_instructors: eq_ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&without=instructor

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND (SELECT COUNT(p.instructor_id)
FROM session_instructors p
WHERE p.session_id = t.session_id) = ? AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- session_instructors p: ref PRIMARY, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&instructor={instructor}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN (SELECT session_id
FROM session_instructors
WHERE instructor_id = ?) of_instructor ON of_instructor.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- session_instructors: ref ix_session_instructors_instructor, Using index, Using temporary, Using filesort
-- attendances t: ref ix_attendances_session
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&without=instructor

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(p.instructor_id)
FROM session_instructors p
WHERE p.session_id = t.session_id) = ?
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- attendances t: index PRIMARY
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY
-- session_instructors p: ref PRIMARY, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared&instructor={instructor}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN (SELECT session_id
FROM session_instructors
WHERE instructor_id = ?) of_instructor ON of_instructor.session_id = t.session_id
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- session_instructors: eq_ref PRIMARY, Using index
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.declared&without=instructor

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.viewing_point_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(t.declared) AS value
FROM declarations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND (SELECT COUNT(p.instructor_id)
FROM session_instructors p
WHERE p.session_id = t.session_id) = ? AND t.declared > ?
GROUP BY t.class_id, t.session_id, t.viewing_point_id
ORDER BY t.class_id, t.session_id, t.viewing_point_id
LIMIT ?;
-- declarations t: index PRIMARY
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- session_instructors p: ref PRIMARY, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=sessionsHeld&several=site

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(NULL) AS personId, MAX(? * ((SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) - ?)) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND (SELECT COUNT(COALESCE(s.site_id, stop.site_id))
FROM sessions s
LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT ?
FROM checkpoints earlier
WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)
WHERE s.id = t.session_id) > ? AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id
ORDER BY t.class_id, t.session_id
LIMIT ?;
-- held t: range ix_held_month, Using temporary, Using filesort
-- touch: ALL, Using temporary
-- units u: eq_ref PRIMARY
-- classes c: eq_ref PRIMARY
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- checkpoints stop: ref PRIMARY
-- checkpoints earlier: ref ix_checkpoints_site, Using index

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/figures/why?from=2021-01&to=2021-12&site={site}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'sessionsHeld'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- <derived3>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union3,4>: ALL, Using temporary

SELECT COALESCE(SUM(r.value), ?) AS n
FROM (SELECT MAX(?) AS value
FROM held t
JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(?) PATH '$[1]')) touch
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = touch.unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND touch.audience = '*' AND t.measure = 'visits'
GROUP BY t.class_id, t.session_id) r;
-- <derived2>: ALL
-- held t: range ix_held_month, Using temporary
-- touch: ALL, Using temporary
-- <derived3>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union3,4>: ALL, Using temporary

SELECT COALESCE(SUM(?), ?) AS n
FROM participations t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?;
-- participations t: ALL
-- <derived2>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

SELECT COALESCE(SUM(t.declared), ?) AS n
FROM declarations t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.declared > ?;
-- declarations t: ALL
-- <derived2>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

SELECT COALESCE(SUM(t.unverified), ?) AS n
FROM declarations t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unverified > ?;
-- declarations t: ALL
-- <derived2>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

SELECT COALESCE(SUM(t.unidentified), ?) AS n
FROM declarations t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.unidentified > ?;
-- declarations t: ALL
-- <derived2>: eq_ref <auto_distinct_key>, Using index
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- as above: SELECT COALESCE(SUM(?), ?) AS n FROM attendances t JOIN (SELECT id AS session_id FROM sessions WHERE site_id = ? UNION S …
SELECT t.reason, SUM(t.facts) AS facts
FROM left_out t
JOIN (SELECT id AS session_id
FROM sessions
WHERE site_id = ?
UNION SELECT stop.session_id
FROM checkpoints stop
JOIN sessions s ON s.id = stop.session_id
WHERE stop.site_id = ? AND s.site_id IS NULL) of_site ON of_site.session_id = t.session_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY t.reason
ORDER BY t.reason;
-- <derived2>: ALL, Using temporary, Using filesort
-- left_out t: ALL, Using join buffer
-- units u: eq_ref PRIMARY
-- sessions: ref ix_sessions_site, Using index
-- checkpoints stop: ref ix_checkpoints_site, Using index
-- sessions s: eq_ref PRIMARY
-- <union2,3>: ALL, Using temporary

-- GET /v1/figures/breakdowns?from=2021-01&to=2021-12&by=town

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT u.key_town AS part, COUNT(*) AS registered, COALESCE(SUM(t.female), ?) AS female, COALESCE(SUM(t.female IS NULL), ?) AS femaleUnknown, COALESCE(SUM(t.minority), ?) AS minority, COALESCE(SUM(t.minority IS NULL), ?) AS minorityUnknown, COALESCE(SUM(t.young), ?) AS young, COALESCE(SUM(t.young IS NULL), ?) AS youngUnknown, COALESCE(SUM(t.college), ?) AS college, COALESCE(SUM(t.college IS NULL), ?) AS collegeUnknown
FROM participations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY u.key_town
ORDER BY u.key_town;
-- participations t: ALL, Using temporary, Using filesort
-- units u: eq_ref PRIMARY

SELECT u.key_town AS part, COUNT(*) AS attendances
FROM held h
JOIN attendances t
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ?
GROUP BY u.key_town
ORDER BY u.key_town;
-- held h: range ix_held_month, Using index, Using temporary, Using filesort
-- attendances t: ref ix_attendances_session
-- units u: eq_ref PRIMARY

-- as above: SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_cou …

-- GET /v1/figures/breakdowns?from=2021-02&to=2021-04&by=month&breakdown=female&unit={village}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE id = ? …
SELECT t.month AS part, COUNT(*) AS registered, COALESCE(SUM(t.female), ?) AS female, COALESCE(SUM(t.female IS NULL), ?) AS femaleUnknown, COALESCE(SUM(t.minority), ?) AS minority, COALESCE(SUM(t.minority IS NULL), ?) AS minorityUnknown, COALESCE(SUM(t.young), ?) AS young, COALESCE(SUM(t.young IS NULL), ?) AS youngUnknown, COALESCE(SUM(t.college), ?) AS college, COALESCE(SUM(t.college IS NULL), ?) AS collegeUnknown
FROM participations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND t.female
GROUP BY t.month
ORDER BY t.month;
-- units u: range ix_units_path, Using index, Using temporary, Using filesort
-- participations t: ref ix_participations_trainee

SELECT t.month AS part, COUNT(*) AS attendances
FROM held h
JOIN attendances t
JOIN participations pt ON pt.class_id = t.class_id AND pt.person_id = t.person_id AND pt.counting_session_id IN (?, t.session_id)
JOIN units u ON u.id = t.trainee_unit_id
WHERE h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND t.session_id = h.session_id AND u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND pt.female
GROUP BY t.month
ORDER BY t.month;
-- units u: range ix_units_path, Using index, Using temporary, Using filesort
-- held h: range ix_held_month, Using index, Using join buffer
-- attendances t: ref ix_attendances_session
-- participations pt: ref PRIMARY

SELECT u.id, u.key_village AS village, village.name AS villageName, u.key_town AS town, town.name AS townName, u.key_county AS county, county.name AS countyName
FROM units u
JOIN units village ON village.id = u.key_village
JOIN units town ON town.id = u.key_town
JOIN units county ON county.id = u.key_county
WHERE u.id IN (NULL);
-- 

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=personTimes.registered&breakdown=female&town={town}

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.counting_session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM participations t
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND u.key_town = ? AND t.female
GROUP BY t.class_id, t.counting_session_id, t.person_id
ORDER BY t.class_id, t.counting_session_id, t.person_id
LIMIT ?;
-- units u: ref ix_units_key_town, Using temporary, Using filesort
-- participations t: ref ix_participations_trainee
-- classes c: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …
SELECT COALESCE(SUM(?), ?) AS n
FROM participations t
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND u.key_town = ? AND t.female;
-- units u: ref ix_units_key_town
-- participations t: ref ix_participations_trainee

-- GET /v1/figures/rows?from=2021-01&to=2021-12&measure=attendances&unknown=young

-- as above: SELECT MAX(compiled_at) AS at FROM compiled_classes …
-- as above: SELECT COALESCE(SUM(seq - done_seq), ?) AS facts FROM outbox WHERE job = 'compile-class' …
-- as above: SELECT id, path, level, name, access_path AS accessPath FROM units WHERE access_path IN (?, …) ORDER BY path, id …
SELECT t.class_id AS cursor0, t.session_id AS cursor1, t.person_id AS cursor2, MIN(t.class_id) AS classId, MIN(c.name) AS className, MIN(t.session_id) AS sessionId, MIN(t.date) AS date, MIN(t.person_id) AS personId, MAX(?) AS value
FROM attendances t
JOIN participations pt ON pt.class_id = t.class_id AND pt.person_id = t.person_id AND pt.counting_session_id IN (?, t.session_id)
JOIN classes c ON c.id = t.class_id
JOIN units u ON u.id = t.trainee_unit_id
WHERE u.path LIKE CONCAT(?, '%') AND t.month BETWEEN ? AND ? AND pt.young IS NULL
GROUP BY t.class_id, t.session_id, t.person_id
ORDER BY t.class_id, t.session_id, t.person_id
LIMIT ?;
-- participations pt: ALL, Using temporary, Using filesort
-- attendances t: ref ix_attendances_person
-- classes c: eq_ref PRIMARY
-- units u: eq_ref PRIMARY

-- as above: SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p. …

-- GET /v1/marks?needs=decision

SELECT s.id, s.date
FROM sessions s
WHERE s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND (EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host', 'supporting') AND (u.access_path LIKE '/1/2/3/%')))) AND s.id IN (SELECT needing.session_id
FROM (SELECT session_id
FROM left_out
WHERE reason IN ('offRoster', 'classClosed', 'sessionCancelled', 'sessionVoid')) needing)
ORDER BY s.date, s.id
LIMIT ?;
-- <subquery5>: ALL, Using temporary, Using filesort
-- sessions s: eq_ref PRIMARY
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- left_out: range ix_left_out_reason, Using index
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

SELECT DISTINCT class_id AS id
FROM session_classes
WHERE session_id IN (?, …);
-- session_classes: range PRIMARY, Using index, Using temporary

SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS hostUnitId, village_id AS villageId
FROM classes
WHERE id IN (?, …);
-- classes: range PRIMARY

SELECT class_id, person_id
FROM enrollments
WHERE removed_on IS NULL AND class_id IN (?, …);
-- enrollments: range uq_enrollments_once

SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESCE(site.unit_id, first_stop.unit_id) AS siteUnitId
FROM sessions s
LEFT JOIN teaching_sites site ON site.id = s.site_id
LEFT JOIN checkpoints cp ON cp.session_id = s.id AND cp.position = (SELECT MIN(position)
FROM checkpoints
WHERE session_id = s.id)
LEFT JOIN teaching_sites first_stop ON first_stop.id = cp.site_id
WHERE s.id IN (?, …);
-- sessions s: range PRIMARY
-- teaching_sites site: eq_ref PRIMARY
-- checkpoints cp: eq_ref PRIMARY
-- teaching_sites first_stop: eq_ref PRIMARY
-- checkpoints: ref PRIMARY, Using index

SELECT session_id, class_id
FROM session_classes
WHERE session_id IN (?, …);
-- session_classes: range PRIMARY, Using index

SELECT session_id, id, for_unit_id
FROM viewing_points
WHERE session_id IN (?, …);
-- viewing_points: range uq_viewing_points_name

SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ?, COALESCE(m.walk_in_village, ''), ?, COALESCE(m.walk_in_phone_tail, '')) AS walkIn, COALESCE(m.viewing_point_id, ?) AS place, m.status, m.origin, m.method, m.received_at AS receivedAt, m.recorded_on AS recordedOn, d.decision
FROM marks m
LEFT JOIN mark_decisions d ON d.mark_id = m.id
WHERE m.session_id IN (?, …);
-- marks m: range PRIMARY
-- mark_decisions d: eq_ref PRIMARY

SELECT mark_id AS id, replaced_id AS replaced
FROM mark_replacements
WHERE session_id IN (?, …);
-- mark_replacements: range PRIMARY, Using index

SELECT person_id AS id, canonical_id AS canonicalId
FROM person_aliases
WHERE person_id IN (?, …);
-- person_aliases: index ix_person_aliases_canonical, Using index

-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
SELECT person_id AS id, canonical_id AS canonicalId
FROM person_aliases
WHERE person_id IN (?, …);
-- person_aliases: range PRIMARY

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath
FROM people p
JOIN units u ON u.id = p.unit_id
WHERE p.id IN (?, …);
-- people p: range PRIMARY
-- units u: eq_ref PRIMARY

SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy, m.device_at AS madeAt, m.note, m.reason, m.witness, m.from_revoked AS revoked
FROM marks m
LEFT JOIN users u ON u.id = m.user_id
WHERE m.id IN (?, …);
-- marks m: range uq_marks_id
-- users u: ALL, Using join buffer

SELECT m.id
FROM marks m
JOIN devices d ON d.id = m.device_id
WHERE NOT d.enrolled AND m.id IN (?, …);
-- devices d: ALL
-- marks m: range uq_marks_id, Using join buffer

SELECT id, topic, day_part AS dayPart
FROM sessions
WHERE id IN (?, …);
-- sessions: range PRIMARY

SELECT id, name
FROM classes
WHERE id IN (?, …);
-- classes: range PRIMARY

SELECT s.id
FROM sessions s
WHERE s.id IN (?, …) AND s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND ((EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host') AND (u.access_path LIKE '/1/2/3/%'))) OR c.head_user_id = ?));
-- sessions s: range PRIMARY, Using index
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

-- GET /v1/marks?needs=match

SELECT s.id, s.date
FROM sessions s
WHERE s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND (EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host', 'supporting') AND (u.access_path LIKE '/1/2/3/%')))) AND s.id IN (SELECT needing.session_id
FROM (SELECT m.session_id
FROM marks m
LEFT JOIN mark_decisions d ON d.mark_id = m.id
WHERE m.person_id IS NULL AND d.mark_id IS NULL) needing)
ORDER BY s.date, s.id
LIMIT ?;
-- <subquery5>: ALL, Using temporary, Using filesort
-- sessions s: eq_ref PRIMARY
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- marks m: ref ix_marks_person, Using index
-- mark_decisions d: eq_ref PRIMARY, Using index
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
SELECT person_id AS id, canonical_id AS canonicalId
FROM person_aliases
WHERE person_id IN (?, …);
-- 

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath
FROM people p
JOIN units u ON u.id = p.unit_id
WHERE p.id IN (NULL);
-- 

-- as above: SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy,  …
-- as above: SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN (?, …) …
-- as above: SELECT id, topic, day_part AS dayPart FROM sessions WHERE id IN (?, …) …
-- as above: SELECT id, name FROM classes WHERE id IN (?, …) …
-- as above: SELECT s.id FROM sessions s WHERE s.id IN (?, …) AND s.id IN (SELECT sc.session_id FROM session_classes sc JOIN classes  …

-- GET /v1/marks?needs=settling

SELECT s.id, s.date
FROM sessions s
WHERE s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND (EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host', 'supporting') AND (u.access_path LIKE '/1/2/3/%')))) AND s.id IN (SELECT needing.session_id
FROM (SELECT session_id
FROM attendances
WHERE disputed = ?
UNION SELECT session_id
FROM left_out
WHERE reason = 'disputed') needing)
ORDER BY s.date, s.id
LIMIT ?;
-- <derived6>: ALL, Using temporary, Using filesort
-- sessions s: eq_ref PRIMARY
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- attendances: ref ix_attendances_disputed, Using index
-- left_out: ref ix_left_out_reason, Using index
-- <union6,7>: ALL, Using temporary
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath FR …
-- as above: SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy,  …
-- as above: SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN (?, …) …
-- as above: SELECT id, topic, day_part AS dayPart FROM sessions WHERE id IN (?, …) …
-- as above: SELECT id, name FROM classes WHERE id IN (?, …) …
-- as above: SELECT s.id FROM sessions s WHERE s.id IN (?, …) AND s.id IN (SELECT sc.session_id FROM session_classes sc JOIN classes  …

-- GET /v1/marks?from=2021-03-01&to=2021-03-31&unit={town}

SELECT s.id, s.date
FROM sessions s
WHERE s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND (EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host', 'supporting') AND (u.access_path LIKE '/1/2/3/%')))) AND EXISTS (SELECT ?
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
JOIN units f ON f.id = ?
JOIN units u ON u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND u.path LIKE CONCAT(f.path, '%')
WHERE sc.session_id = s.id) AND s.date >= '2021-03-01' AND s.date <= '2021-03-31'
ORDER BY s.date, s.id
LIMIT ?;
-- units f: const PRIMARY
-- sessions s: range ix_sessions_date, Using index
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- units u: ALL, Range checked for each record
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath FR …
-- as above: SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy,  …
-- as above: SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN (?, …) …
-- as above: SELECT id, topic, day_part AS dayPart FROM sessions WHERE id IN (?, …) …
-- as above: SELECT id, name FROM classes WHERE id IN (?, …) …
-- as above: SELECT s.id FROM sessions s WHERE s.id IN (?, …) AND s.id IN (SELECT sc.session_id FROM session_classes sc JOIN classes  …

-- GET /v1/marks?person={person}

SELECT ?
FROM person_aliases
WHERE person_id IN (?, …)
UNION ALL SELECT ?
FROM person_aliases
WHERE canonical_id IN (?, …)
LIMIT ?;
-- 
-- person_aliases: ref ix_person_aliases_canonical, Using index

SELECT s.id, s.date
FROM sessions s
WHERE s.id IN (SELECT sc.session_id
FROM session_classes sc
JOIN classes c ON c.id = sc.class_id
WHERE sc.session_id = s.id AND (EXISTS (SELECT ?
FROM units u
WHERE u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND (u.access_path LIKE '/1/2/3/%')) OR EXISTS (SELECT ?
FROM class_units cu
JOIN units u ON u.id = cu.unit_id
WHERE cu.class_id = c.id AND cu.role IN ('host', 'supporting') AND (u.access_path LIKE '/1/2/3/%')))) AND s.id IN (SELECT made.session_id
FROM (SELECT m.session_id
FROM marks m
WHERE m.person_id IN (?, …)
UNION SELECT d.session_id
FROM mark_decisions d
WHERE d.person_id IN (?, …)) made)
ORDER BY s.date, s.id
LIMIT ?;
-- <derived6>: ALL, Using temporary, Using filesort
-- sessions s: eq_ref PRIMARY
-- session_classes sc: ref PRIMARY, Using index
-- classes c: eq_ref PRIMARY
-- marks m: ref ix_marks_person, Using index
-- mark_decisions d: ref ix_mark_decisions_person
-- <union6,7>: ALL, Using temporary
-- class_units cu: ref PRIMARY
-- units u: eq_ref PRIMARY
-- units u: range ix_units_access_path, Using index

-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT DISTINCT class_id AS id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS host …
-- as above: SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN (?, …) …
-- as above: SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId, COALESC …
-- as above: SELECT session_id, class_id FROM session_classes WHERE session_id IN (?, …) …
-- as above: SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN (?, …) …
-- as above: SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, CONCAT(m.walk_in_name, ? …
-- as above: SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
-- as above: SELECT person_id AS id, canonical_id AS canonicalId FROM person_aliases WHERE person_id IN (?, …) …
SELECT p.id, p.name, u.name AS unit, COALESCE(p.phone_last4, p.id_number_last4) AS last4, u.access_path AS accessPath
FROM people p
JOIN units u ON u.id = p.unit_id
WHERE p.id IN (?, …);
-- people p: const PRIMARY
-- units u: const PRIMARY

-- as above: SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy,  …
-- as above: SELECT m.id FROM marks m JOIN devices d ON d.id = m.device_id WHERE NOT d.enrolled AND m.id IN (?, …) …
-- as above: SELECT id, topic, day_part AS dayPart FROM sessions WHERE id IN (?, …) …
-- as above: SELECT id, name FROM classes WHERE id IN (?, …) …
-- as above: SELECT s.id FROM sessions s WHERE s.id IN (?, …) AND s.id IN (SELECT sc.session_id FROM session_classes sc JOIN classes  …