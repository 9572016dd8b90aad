package org.citygis.style;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong style as one clear line instead of a stack trace. */
class InvalidStyleAnalyzer extends AbstractFailureAnalyzer<InvalidStyle> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidStyle cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Mend that line of the style, or take the file out of the folder.",
        cause);
  }
}
