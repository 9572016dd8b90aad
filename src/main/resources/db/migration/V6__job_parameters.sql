-- What a job's handler needs to know, as JSON, so that the same work can be done again.
ALTER TABLE job ADD COLUMN parameters VARCHAR NOT NULL DEFAULT '{}';
