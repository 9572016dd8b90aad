package org.citygis.jobs;

import org.citygis.security.User;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a job is, and giving it up. */
@RestController
@RequestMapping("/api/jobs/{id}")
class JobController {
  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  JobView get(@PathVariable String id, User user) {
    return JobView.of(jobs.get(user, id));
  }

  @DeleteMapping
  JobView cancel(@PathVariable String id, User user) {
    return JobView.of(jobs.cancel(user, id));
  }
}
