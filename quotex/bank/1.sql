-- The quote bank, version 1 of its schema (PRAGMA user_version).

CREATE TABLE articles (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    published   TEXT,                      -- YYYY-MM-DD
    publisher   TEXT,
    title       TEXT,
    url         TEXT,
    text_sha256 TEXT NOT NULL,
    sha256      TEXT NOT NULL,             -- of the whole record: the same is added once
    record      TEXT NOT NULL              -- JSON of the extraction, without its quotations
);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_publisher ON articles (publisher);

CREATE TABLE identities (
    id   TEXT PRIMARY KEY,                 -- of the user's own table, for example Q42
    name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE identity_names (
    key      TEXT PRIMARY KEY,             -- the name as names are compared
    name     TEXT NOT NULL,                -- the name or alias as it was given
    identity TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE speakers (
    number   INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    key      TEXT NOT NULL,                -- the name as names are compared
    kind     TEXT NOT NULL,
    named    INTEGER NOT NULL,             -- 0 for "a spokesman"
    country  TEXT NOT NULL DEFAULT '',     -- of the government that speaks
    identity TEXT REFERENCES identities (id) ON DELETE SET NULL,
    UNIQUE (name, kind, named, country)
);
CREATE INDEX speakers_by_key ON speakers (key);

CREATE TABLE speaker_lookups (             -- what is shared by names that may be one speaker's
    lookup  TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speakers (number) ON DELETE CASCADE,
    PRIMARY KEY (lookup, speaker)
) WITHOUT ROWID;
CREATE INDEX speaker_lookups_by_speaker ON speaker_lookups (speaker);

CREATE TABLE quotations (
    number     INTEGER PRIMARY KEY,
    article    INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    place      INTEGER NOT NULL,           -- in the article, from 0
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,              -- direct, mixed, indirect
    mode       TEXT NOT NULL,              -- speech, writing, thought
    stance     TEXT NOT NULL,              -- asserts, denies, …
    text       TEXT NOT NULL,
    stems      TEXT NOT NULL,              -- the words of the text as they are compared
    context    TEXT NOT NULL,              -- how the article gives it, with source and cue
    speaker    INTEGER REFERENCES speakers (number),
    first_day  TEXT,                       -- of speech, YYYY-MM-DD
    last_day   TEXT,
    confidence REAL NOT NULL,
    record     TEXT NOT NULL,              -- JSON of the quotation
    UNIQUE (article, place)
);
CREATE INDEX quotations_by_speaker ON quotations (speaker);
CREATE INDEX quotations_by_id ON quotations (id);

-- The index of words. It keeps no text of its own; the triggers keep it true to the table.
CREATE VIRTUAL TABLE quotation_words USING fts5 (
    text, stems,
    content = 'quotations', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotation_terms USING fts5vocab (quotation_words, col);

CREATE TRIGGER quotation_added AFTER INSERT ON quotations BEGIN
    INSERT INTO quotation_words (rowid, text, stems) VALUES (new.number, new.text, new.stems);
END;
CREATE TRIGGER quotation_removed AFTER DELETE ON quotations BEGIN
    INSERT INTO quotation_words (quotation_words, rowid, text, stems)
    VALUES ('delete', old.number, old.text, old.stems);
END;
CREATE TRIGGER quotation_changed AFTER UPDATE OF text, stems ON quotations BEGIN
    INSERT INTO quotation_words (quotation_words, rowid, text, stems)
    VALUES ('delete', old.number, old.text, old.stems);
    INSERT INTO quotation_words (rowid, text, stems) VALUES (new.number, new.text, new.stems);
END;
CREATE TRIGGER speaker_without_quotations AFTER DELETE ON quotations
WHEN old.speaker IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM quotations WHERE speaker = old.speaker)
BEGIN
    DELETE FROM speakers WHERE number = old.speaker;
END;

-- What most questions ask for, a row a quotation.
CREATE VIEW quoted AS
SELECT q.number, q.text, q.kind, q.mode, q.stance, q.context, q.confidence,
       s.name AS speaker, s.identity AS speaker_id,
       coalesce(q.first_day, a.published) AS first_day,
       coalesce(q.last_day, a.published) AS last_day,
       q.first_day IS NOT NULL AS dated,
       a.id AS article, a.published, a.publisher, a.title, a.url, q.id AS quotation
FROM quotations q
JOIN articles a ON a.number = q.article
LEFT JOIN speakers s ON s.number = q.speaker;
