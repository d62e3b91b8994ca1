package az.dost.vahid.mime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What an Accept header likes best (RFC 9110, section 12.5.1). */
public final class Accepted {
    private Accepted() {}

    /**
     * Of what is offered, the one that is liked best; of several that are liked alike, the one whose range stands
     * first, and then the one that is offered first.
     *
     * @param accept null or blank where nothing is asked for: then it is what is offered first
     * @return empty where none is taken
     * @throws InvalidMediaTypeException where the header is no list of media types
     */
    public static Optional<MediaType> best(String accept, List<MediaType> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        List<MediaType> ranges = MediaType.parseMediaTypes(accept);
        MediaType best = null;
        MediaType by = null;
        for (MediaType type : offered) {
            MediaType range = mostSpecific(type, ranges);
            if (range != null
                    && range.getQualityValue() > 0
                    && (best == null
                            || range.getQualityValue() > by.getQualityValue()
                            || range.getQualityValue() == by.getQualityValue()
                                    && ranges.indexOf(range) < ranges.indexOf(by))) {
                best = type;
                by = range;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The range that decides about a type: application/xml before application/*, and that before any; null when none
     * does.
     */
    private static MediaType mostSpecific(MediaType type, List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .orElse(null);
    }
}
