-- What changed of the incidents, in the order of commit: a change takes its number from incident_feed, whose row
-- stays locked until the transaction ends, so no reader can see a later number before an earlier one.
CREATE TABLE incident_change (
  id BIGINT PRIMARY KEY,
  fid BIGINT NOT NULL,
  created BOOLEAN NOT NULL
);

CREATE TABLE incident_feed (
  id INTEGER PRIMARY KEY,
  last_change BIGINT NOT NULL
);

INSERT INTO incident_feed (id, last_change) VALUES (1, 0);
