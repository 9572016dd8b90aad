-- People who may sign in. The password is a hash with its algorithm's name in front; credential grows with
-- every change of password and so ends the sessions that were opened before.
CREATE TABLE account (
  name VARCHAR(64) PRIMARY KEY,
  password VARCHAR(255) NOT NULL,
  credential INTEGER NOT NULL,
  title_zh VARCHAR(100) NOT NULL,
  title_en VARCHAR(100) NOT NULL,
  department VARCHAR(48),
  roles VARCHAR(200) NOT NULL,
  enabled BOOLEAN NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL
);
