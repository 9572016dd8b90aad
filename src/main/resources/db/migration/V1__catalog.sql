-- Layers that were added while the application ran, and for every layer the version that it points to.
CREATE TABLE layer (
  id VARCHAR(48) PRIMARY KEY,
  definition VARCHAR,
  current_version INTEGER,
  last_version INTEGER NOT NULL DEFAULT 0,
  revision BIGINT NOT NULL DEFAULT 0
);

-- One row per import. Extents are in the table's own reference system (e_) and in longitude and latitude (b_).
CREATE TABLE layer_version (
  layer VARCHAR(48) NOT NULL REFERENCES layer (id),
  version INTEGER NOT NULL,
  shape VARCHAR NOT NULL,
  e_min_x DOUBLE PRECISION, e_min_y DOUBLE PRECISION, e_max_x DOUBLE PRECISION, e_max_y DOUBLE PRECISION,
  b_min_x DOUBLE PRECISION, b_min_y DOUBLE PRECISION, b_max_x DOUBLE PRECISION, b_max_y DOUBLE PRECISION,
  row_count BIGINT NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  created_by VARCHAR(100) NOT NULL,
  source VARCHAR(500) NOT NULL,
  PRIMARY KEY (layer, version)
);
