-- Styles that people saved, each belonging to the layer it was made for; the newest version counts. A version without
-- text says that the style was deleted. Styles of files are not here.
CREATE TABLE style (
  id VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  layer VARCHAR(48) NOT NULL,
  sld VARCHAR,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

-- The style that a layer is drawn in where that is another one than it is declared with.
ALTER TABLE layer ADD COLUMN style VARCHAR(64);
