package az.dost.vahid.journeys.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which a dossier is given out. */
public enum Form {
    JSON("application/json"),
    JOSE("application/jose"),
    XML("application/xml"),
    CONTAINER("application/vnd.etsi.asic-e+zip");

    private final MediaType type;

    Form(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    String mediaType() {
        return type.toString();
    }

    /**
     * The form that an Accept header (RFC 9110, section 12.5.1) likes best; JSON when it is absent.
     *
     * @throws ProblemException NOT_ACCEPTABLE
     */
    static Form accepted(String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            Form best = null;
            MediaType by = null;
            for (Form form : values()) {
                MediaType range = form.mostSpecific(ranges);
                if (range != null
                        && range.getQualityValue() > 0
                        && (best == null
                                || range.getQualityValue() > by.getQualityValue()
                                || range.getQualityValue() == by.getQualityValue()
                                        && ranges.indexOf(range) < ranges.indexOf(by))) {
                    best = form;
                    by = range;
                }
            }
            if (best != null) {
                return best;
            }
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE, "Accept", "The header is not a list of media types.");
        }
        throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "Accept", null);
    }

    /**
     * The range that decides about this form: application/xml before application/*, and that before any; null when none
     * does.
     */
    private MediaType mostSpecific(List<MediaType> ranges) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .orElse(null);
    }
}
