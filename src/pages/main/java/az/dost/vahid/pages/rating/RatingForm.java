package az.dost.vahid.pages.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed to rate a slip. @param code as it was typed; with or without lines and blanks, in any letters. @param
 * stars blank where none was chosen
 */
record RatingForm(String code, String stars, String complaint) {
    private static final Pattern CODE = Pattern.compile("(#)(#)(#)".replace("#", "[0-9A-HJKMNP-TV-Z]{4}"));
    private static final Pattern STARS = Pattern.compile("[1-5]");
    private static final int LONGEST = 500;
    private static final int LONGEST_CODE = 40;

    RatingForm {
        code = code == null || code.length() > LONGEST_CODE ? "" : code.strip();
        stars = stars == null || !STARS.matcher(stars).matches() ? "" : stars;
        complaint = complaint == null ? "" : complaint.replace("\r\n", "\n").strip();
    }

    private Matcher parts() {
        // No code has these letters: they were read for the digits that they look like.
        return CODE.matcher(code.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** By field, the message that says what is wrong with it; in the order of the fields. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>(faultsOfCode());
        if (stars.isEmpty()) {
            faults.put("stars-5", "rating.stars.missing");
        }
        if (complaint.length() > LONGEST) {
            faults.put("complaint", "rating.complaint.long");
        }
        return faults;
    }

    /** The same of the code alone, for whoever has a slip checked. */
    Map<String, String> faultsOfCode() {
        return parts().matches()
                ? Map.of()
                : Map.of("code", code.isEmpty() ? "rating.code.missing" : "rating.code.wrong");
    }

    /** A body of {@code POST /v1/ratings/slips}. */
    ObjectNode checked() {
        Matcher parts = parts();
        if (!parts.matches()) {
            throw new IllegalStateException("It has faults");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3));
    }

    /** A body of {@code POST /v1/ratings}. */
    ObjectNode body() {
        ObjectNode body = checked().put("stars", Integer.parseInt(stars));
        return complaint.isEmpty() ? body : body.put("complaint", complaint);
    }

    /** To be shown again: what is no code may be anything, and is not repeated. */
    RatingForm shown() {
        return new RatingForm(parts().matches() ? code : "", stars, complaint);
    }

    @Override
    public String toString() {
        return "RatingForm";
    }
}
