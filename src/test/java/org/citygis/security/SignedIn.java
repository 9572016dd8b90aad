package org.citygis.security;

import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Lets tests act as one of the sample users, whose passwords nobody knows. */
public final class SignedIn {
  private SignedIn() {}

  /** For MockMvc: the request comes from this user and carries the token that a change needs. */
  public static RequestPostProcessor as(String name) {
    return request -> {
      Accounts accounts =
          WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
              .getBean(Accounts.class);
      SignedInUser person = new SignedInUser(accounts.find(name).orElseThrow());
      var authentication =
          UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
      return SecurityMockMvcRequestPostProcessors.csrf()
          .asHeader()
          .postProcessRequest(
              SecurityMockMvcRequestPostProcessors.authentication(authentication)
                  .postProcessRequest(request));
    };
  }

  /** For a running server: gives the account this password. */
  public static void setPassword(ApplicationContext context, String name, String password) {
    String hash = context.getBean(PasswordEncoder.class).encode(password);
    if (hash == null || !context.getBean(Accounts.class).changePassword(name, hash)) {
      throw new IllegalArgumentException("no account " + name);
    }
  }
}
