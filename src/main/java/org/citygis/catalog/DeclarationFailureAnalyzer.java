package org.citygis.catalog;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong declaration as one clear line instead of a stack trace. */
class DeclarationFailureAnalyzer extends AbstractFailureAnalyzer<DeclarationException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DeclarationException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Mend that line of the file; the format is described in layers/README.md.",
        cause);
  }
}
