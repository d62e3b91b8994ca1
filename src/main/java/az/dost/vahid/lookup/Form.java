package az.dost.vahid.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which a dossier is given out. */
enum Form {
    JSON("application/json"), JOSE("application/jose"), XML("application/xml");

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
            Form best = null;
            double quality = 0;
            for (MediaType range : MediaType.parseMediaTypes(accept)) {
                for (Form form : values()) {
                    if (range.includes(form.type) && range.getQualityValue() > quality) {
                        best = form;
                        quality = range.getQualityValue();
                    }
                }
            }
            if (best != null) {
                return best;
            }
        } catch (InvalidMediaTypeException e) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "Accept", "The header is not a list of media types.");
        }
        throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "Accept", null);
    }
}
