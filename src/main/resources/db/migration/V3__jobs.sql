-- Long work: who asked for it, how far it is, how it ended. Instance names the copy of the application that runs it.
CREATE TABLE job (
  id VARCHAR(36) PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  owner VARCHAR(64) NOT NULL,
  state VARCHAR(12) NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  message_zh VARCHAR(1000) NOT NULL,
  message_en VARCHAR(1000) NOT NULL,
  result VARCHAR,
  problem_zh VARCHAR,
  problem_en VARCHAR,
  instance VARCHAR(200) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX job_state ON job (state);
