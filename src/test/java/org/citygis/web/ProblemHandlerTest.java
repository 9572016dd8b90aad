package org.citygis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemHandlerTest {
  private final ProblemHandler handler = new ProblemHandler();
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aFailureBeforeTheFirstByteIsAProblem() throws Exception {
    assertThat(handler.unforeseen(new IllegalStateException("x"), request, response))
        .satisfies(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(500));
  }

  @Test
  void aFailureHalfWayBreaksTheConnectionInsteadOfAddingToTheAnswer() {
    response.setCommitted(true);
    IllegalStateException failure = new IllegalStateException("x");
    assertThatThrownBy(() -> handler.unforeseen(failure, request, response)).isSameAs(failure);
  }
}
