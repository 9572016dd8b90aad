-- How a department maps the files that it gets to a layer: fields of the file, field of the file by field of the layer,
-- and code by value of the file by field of the layer, all as JSON.
CREATE TABLE import_profile (
  id VARCHAR(36) PRIMARY KEY,
  department VARCHAR(100) NOT NULL,
  layer VARCHAR(48) NOT NULL,
  name VARCHAR(100) NOT NULL,
  fields VARCHAR NOT NULL,
  mapping VARCHAR NOT NULL,
  codes VARCHAR NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
  saved_by VARCHAR(100) NOT NULL,
  UNIQUE (department, layer, name)
);
