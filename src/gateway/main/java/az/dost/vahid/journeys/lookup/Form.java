package az.dost.vahid.journeys.lookup;

import az.dost.vahid.mime.Accepted;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which a dossier is given out. */
public enum Form {
    JSON("application/json"),
    JOSE("application/jose"),
    XML("application/xml"),
    CONTAINER("application/vnd.etsi.asic-e+zip");

    private static final List<MediaType> TYPES =
            Stream.of(values()).map(form -> form.type).toList();

    private final MediaType type;

    Form(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    String mediaType() {
        return type.toString();
    }

    /** All of them, in their order. */
    static List<String> mediaTypes() {
        return TYPES.stream().map(MediaType::toString).toList();
    }

    /**
     * The form that an Accept header (RFC 9110, section 12.5.1) likes best; JSON when it is absent.
     *
     * @throws ProblemException NOT_ACCEPTABLE
     */
    static Form accepted(String accept) {
        try {
            Optional<MediaType> best = Accepted.best(accept, TYPES);
            if (best.isPresent()) {
                return values()[TYPES.indexOf(best.get())];
            }
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE, "Accept", "The header is not a list of media types.");
        }
        throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "Accept", null);
    }
}
