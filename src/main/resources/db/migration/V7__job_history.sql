-- The history of a job: when it began, in which stage it is, how often it was begun anew after a restart, which job
-- it does again, what it is about. cancel_wanted is how another copy of the application gives it up.
ALTER TABLE job ADD COLUMN started_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE job ADD COLUMN stage_index INTEGER;
ALTER TABLE job ADD COLUMN stage_of INTEGER;
ALTER TABLE job ADD COLUMN stage_zh VARCHAR(200);
ALTER TABLE job ADD COLUMN stage_en VARCHAR(200);
ALTER TABLE job ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN retry_of VARCHAR(36);
ALTER TABLE job ADD COLUMN subject VARCHAR(200);
ALTER TABLE job ADD COLUMN cancel_wanted BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX job_owner ON job (owner, created_at);
