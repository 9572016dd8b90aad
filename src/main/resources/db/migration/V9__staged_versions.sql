-- A version is staged while somebody looks at what it would change: then its table is complete and nothing points to it.
-- Base is what the layer pointed to when it was made; definition that of a layer which is not in the catalogue yet.
-- Lineage says as JSON where the rows come from and what was done to them.
ALTER TABLE layer_version ADD COLUMN state VARCHAR(12) NOT NULL DEFAULT 'published';
ALTER TABLE layer_version ADD COLUMN import_id VARCHAR(36);
ALTER TABLE layer_version ADD COLUMN base_version INTEGER;
ALTER TABLE layer_version ADD COLUMN base_revision BIGINT;
ALTER TABLE layer_version ADD COLUMN definition VARCHAR;
ALTER TABLE layer_version ADD COLUMN lineage VARCHAR NOT NULL DEFAULT '{}';
