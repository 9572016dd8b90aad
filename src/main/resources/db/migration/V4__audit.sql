-- What was done, by whom. Entries are only ever added; each one's hash covers the one before, so a change, a gap
-- or another order shows. The single row of audit_head makes writers queue, on any number of application copies.
CREATE TABLE audit_entry (
  number BIGINT PRIMARY KEY,
  written_at TIMESTAMP WITH TIME ZONE NOT NULL,
  who VARCHAR(100) NOT NULL,
  action VARCHAR(60) NOT NULL,
  object VARCHAR(300) NOT NULL,
  detail VARCHAR NOT NULL,
  hash VARCHAR(64) NOT NULL
);

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY,
  number BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);

INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '');
