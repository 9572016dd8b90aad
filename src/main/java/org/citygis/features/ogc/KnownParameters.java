package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.web.Query;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a service under {@code /api} does not know, where its controller does not
 * look for them: a misspelt name is told, and not taken for nothing.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
  private final ServiceDescriptions descriptions;

  KnownParameters(ServiceDescriptions descriptions) {
    this.descriptions = descriptions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    ServiceOperation operation = descriptions.find(request.getMethod(), String.valueOf(pattern));
    if (operation != null && operation.method().equals("GET") && !operation.checked()) {
      Set<String> known =
          operation.parameters().stream()
              .filter(parameter -> parameter.in().equals("query"))
              .map(ServiceParameter::name)
              .collect(Collectors.toSet());
      Query.of(request, known);
    }
    return true;
  }
}
