package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * Chooses the encoding of an answer: what {@code f} names, or else what the Accept header likes
 * best by RFC 9110 (quality; among equals what is named more exactly, then what is named first), or
 * else the first that is offered.
 */
public final class Negotiation {
  private Negotiation() {}

  /**
   * An encoding that a resource comes in.
   *
   * @param tag the value of {@code f}
   * @param types the media types that ask for it
   */
  public record Offer<E>(E encoding, String tag, List<MediaType> types) {
    public Offer {
      types = List.copyOf(types);
    }
  }

  /**
   * @throws Problem.Invalid when {@code f} names none of them
   * @throws HttpMediaTypeNotAcceptableException when Accept has none of them
   */
  public static <E> E choose(HttpServletRequest request, List<Offer<E>> offers)
      throws HttpMediaTypeNotAcceptableException {
    String asked = request.getParameter("f");
    if (asked != null) {
      return offers.stream()
          .filter(offer -> offer.tag.equals(asked))
          .findFirst()
          .orElseThrow(() -> unknown(asked, offers))
          .encoding;
    }
    List<String> accept = Collections.list(request.getHeaders("Accept"));
    accept.removeIf(String::isBlank);
    return accept.isEmpty() ? offers.getFirst().encoding : accepted(accept, offers);
  }

  private static <E> Problem.Invalid unknown(String asked, List<Offer<E>> offers) {
    String list = offers.stream().map(Offer::tag).collect(Collectors.joining(", "));
    return Problem.Invalid.parameter(
        "f", asked, Text.of("编码之一：" + list, "one of the encodings " + list));
  }

  /**
   * How much a client wants an encoding.
   *
   * @param exactness 2 for a type named in full, 0 for any
   * @param position of the range in the header
   */
  private record Wish<E>(E encoding, double quality, int exactness, int position) {}

  private static <E> E accepted(List<String> accept, List<Offer<E>> offers)
      throws HttpMediaTypeNotAcceptableException {
    List<Wish<E>> wishes = new ArrayList<>();
    try {
      List<MediaType> ranges = MediaType.parseMediaTypes(accept);
      for (Offer<E> offer : offers) {
        for (MediaType type : offer.types) {
          Wish<E> wish = wish(offer.encoding, type, ranges);
          if (wish != null && wish.quality > 0) {
            wishes.add(wish);
          }
        }
      }
    } catch (InvalidMediaTypeException e) {
      throw none(offers);
    }
    return wishes.stream()
        .min(
            Comparator.<Wish<E>>comparingDouble(Wish::quality)
                .thenComparingInt(Wish::exactness)
                .reversed()
                .thenComparingInt(Wish::position))
        .orElseThrow(() -> none(offers))
        .encoding;
  }

  private static <E> HttpMediaTypeNotAcceptableException none(List<Offer<E>> offers) {
    return new HttpMediaTypeNotAcceptableException(
        offers.stream().flatMap(offer -> offer.types.stream()).toList());
  }

  /** What the most exact range that includes the type says of it; null when none does. */
  private static <E> @Nullable Wish<E> wish(E encoding, MediaType type, List<MediaType> ranges) {
    Wish<E> best = null;
    for (int i = 0; i < ranges.size(); i++) {
      MediaType range = ranges.get(i);
      int exactness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (range.includes(type) && (best == null || exactness > best.exactness)) {
        best = new Wish<>(encoding, range.getQualityValue(), exactness, i);
      }
    }
    return best;
  }
}
