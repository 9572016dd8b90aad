package org.citygis.portal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Service;

/**
 * Saved views, and who may do what with them: everything the owner, and reading an open one all.
 */
@Service
class SavedViews {
  static final int MOST_PER_OWNER = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 4000;

  /** What RFC 3986 lets stand in a query: it goes into a Location header as it is. */
  private static final Pattern QUERY =
      Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

  private final ViewRecords records;
  private final Clock clock;

  SavedViews(ViewRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  List<SavedView> of(User user) {
    return records.of(signedIn(user));
  }

  /**
   * A view that this user may open, if there is one; a private one of somebody else is not there.
   */
  Optional<SavedView> find(User user, String id) {
    return records
        .find(id)
        .filter(it -> it.open() || (!user.isAnonymous() && it.owner().equals(user.name())));
  }

  SavedView get(User user, String id) {
    return find(user, id).orElseThrow(() -> new Problem.NotFound(missing(id)));
  }

  SavedView add(User user, String name, String address, boolean open) {
    SavedView view =
        new SavedView(
            records.freshId(), signedIn(user), name(name), address(address), open, clock.instant());
    if (!records.add(view, MOST_PER_OWNER)) {
      throw new Problem.Conflict(
          Text.of(
              "您已保存 %d 个视图，请先删除不用的。".formatted(MOST_PER_OWNER),
              "You have saved %d views, which is the most; delete some first."
                  .formatted(MOST_PER_OWNER)));
    }
    return view;
  }

  /** Changes what is given. */
  SavedView change(
      User user,
      String id,
      @Nullable String name,
      @Nullable String address,
      @Nullable Boolean open) {
    SavedView before = own(user, id);
    SavedView after =
        new SavedView(
            before.id(),
            before.owner(),
            name == null ? before.name() : name(name),
            address == null ? before.address() : address(address),
            open == null ? before.open() : open,
            clock.instant());
    records.change(after);
    return after;
  }

  void delete(User user, String id) {
    records.delete(own(user, id).id());
  }

  private SavedView own(User user, String id) {
    String owner = signedIn(user);
    SavedView view = get(user, id);
    if (!view.owner().equals(owner)) {
      throw new Problem.Forbidden(
          Text.of("只有视图的保存者可以修改或删除它。", "Only who saved a view may change or delete it."));
    }
    return view;
  }

  private static String signedIn(User user) {
    if (user.isAnonymous()) {
      throw new InsufficientAuthenticationException("saved views take a sign-in");
    }
    return user.name();
  }

  private static String name(String given) {
    String name = given.strip();
    boolean right =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.codePoints().noneMatch(Character::isISOControl);
    if (!right) {
      throw Problem.Invalid.parameter(
          "name", given, Text.of("1 到 100 个字符的名称", "a name of 1 to 100 characters"));
    }
    return name;
  }

  private static String address(String given) {
    String query = given.startsWith("?") ? given.substring(1) : given;
    if (query.length() > LONGEST_ADDRESS) {
      throw new Problem.TooLarge(
          Text.of(
              "地址有 %d 个字符，最多 %d 个。".formatted(query.length(), LONGEST_ADDRESS),
              "The address has %d characters; %d is the most."
                  .formatted(query.length(), LONGEST_ADDRESS)));
    }
    if (!QUERY.matcher(query).matches()) {
      throw Problem.Invalid.parameter(
          "address",
          given,
          Text.of(
              "门户地址中“?”之后的部分（百分号编码）",
              "what follows the '?' in an address of the portal, percent-encoded"));
    }
    return query;
  }

  private static Text missing(String id) {
    return Text.of(
        "没有视图“%s”，或者它未公开。".formatted(id),
        "There is no view '%s', or its owner keeps it to himself.".formatted(id));
  }
}
