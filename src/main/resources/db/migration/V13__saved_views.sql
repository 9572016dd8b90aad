-- Views of the portal that people saved. The address is the query of the portal's own, percent-encoded ASCII; open says
-- whether everybody with the link may read it, or its owner alone.
CREATE TABLE saved_view (
  id VARCHAR(8) PRIMARY KEY,
  owner VARCHAR(64) NOT NULL,
  name VARCHAR(100) NOT NULL,
  address VARCHAR(4000) NOT NULL,
  is_open BOOLEAN NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX saved_view_owner ON saved_view (owner);
