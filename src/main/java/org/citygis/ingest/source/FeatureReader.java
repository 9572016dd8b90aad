package org.citygis.ingest.source;

/** Takes the features of a source one by one; what it throws ends the reading. */
@FunctionalInterface
public interface FeatureReader<E extends Exception> {
  void take(SourceFeature feature) throws E;
}
