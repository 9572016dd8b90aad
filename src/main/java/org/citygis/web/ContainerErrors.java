package org.citygis.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/**
 * Requests that Tomcat refuses before any filter runs (a bad request line, an invalid character in
 * the path) get problem+json too, without the server's name and version.
 */
@Configuration(proxyBeanMethods = false)
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(PlainReport.class.getName());
          }
        });
  }

  private static final String FAILURE =
      "{\"type\":\"about:blank\",\"title\":\"服务器错误 / Server error\",\"status\":%d}";

  /** Tomcat does not tell which it was; the language is not known before the headers are read. */
  private static String refusal(int status) {
    return """
        {"type":"about:blank","title":"请求不正确 / Bad request","status":%d,\
        "detail":"地址含有不允许的字符，或地址与请求头合计超过 64 KB；顶点多的图形请用 POST 提交或简化。 / \
        The address has a character that is not allowed, or it and the headers exceed 64 KB: \
        send a shape of many vertices by POST, or simplify it."}"""
        .formatted(status);
  }

  /** Public with a public constructor, because Tomcat makes it by name. */
  public static final class PlainReport extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
      int status = response.getStatus();
      // A body is only wanted for an error that nobody has answered.
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("utf-8");
        Writer writer = response.getReporter();
        if (writer != null) {
          writer.write(status < 500 ? refusal(status) : FAILURE.formatted(status));
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException clientIsGone) {
        container.getLogger().debug("error report not delivered", clientIsGone);
      }
    }
  }
}
