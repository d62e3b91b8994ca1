package az.dost.vahid.check.rehearse;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import az.dost.vahid.normalise.PatternVariants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sample that is answered as if it were of now, and about whoever is asked for.
 *
 * @param pages the reply as text, or its pages
 * @param tree what the mapping sees of all of them
 * @param expected the mapping's output
 * @param parts beside the reply's envelope, by Content-ID without brackets
 */
public record SampleAnswer(List<String> pages, JsonNode tree, JsonNode expected, Map<String, byte[]> parts) {
    private static final ObjectMapper JSON = Json.mapper();
    /** A string that can only be the form of a date. */
    private static final Pattern PATTERN = Pattern.compile("\"([^\"\\n]*yy[^\"\\n]*)\"");

    private static final String RFC_3339 = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

    /** Where the sample says of when it is: its text, and the pattern in which that is written. */
    record Moment(String text, String pattern) {
        String at(Instant instant) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(ZonedDateTime.ofInstant(instant, zone()));
        }

        private ZoneId zone() {
            try {
                return ZonedDateTime.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                        .getZone();
            } catch (DateTimeException e) {
                return Baku.ZONE;
            }
        }
    }

    public String subject() {
        return expected.path("subject").asText();
    }

    /**
     * The pages about another person, to another request, of another time; what the sample does not say stays as it is.
     */
    List<String> as(String fin, String requestId, Instant time, Optional<Moment> moment) {
        List<String> changed = new ArrayList<>();
        for (String page : pages) {
            String text = subject().isEmpty() ? page : page.replace(subject(), fin);
            String sampled = expected.path("requestId").asText();
            if (!sampled.isEmpty() && requestId != null) {
                text = text.replace(sampled, requestId);
            }
            changed.add(
                    moment.isEmpty()
                            ? text
                            : text.replace(moment.get().text(), moment.get().at(time)));
        }
        return changed;
    }

    /** The rows of a view, about another citizen. */
    public List<JsonNode> rows(String fin) {
        try {
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(tree.path("rows").toString().replace(subject(), fin)).forEach(rows::add);
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looked for among the reply's values, with the patterns that the mapping names. */
    Optional<Moment> moment(String mappingText) {
        String asOf = expected.path("asOf").asText();
        List<String> patterns = PATTERN.matcher(mappingText)
                .results()
                .map(match -> match.group(1))
                .flatMap(PatternVariants::of)
                .distinct()
                .toList();
        List<String> values = new ArrayList<>();
        collect(tree, values);
        if (!asOf.isEmpty() && values.contains(asOf)) {
            return Optional.of(new Moment(asOf, RFC_3339));
        }
        for (String pattern : patterns) {
            Mapping instant = Mapping.compile("instant(., \"" + pattern + "\")");
            for (String value : values) {
                try {
                    if (!value.isEmpty()
                            && instant.apply(TextNode.valueOf(value)).asText().equals(asOf)) {
                        return Optional.of(new Moment(value, pattern));
                    }
                } catch (MappingException e) {
                    // Another value than the one looked for.
                }
            }
        }
        return Optional.empty();
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isTextual()) {
            values.add(node.textValue());
        }
        node.forEach(child -> collect(child, values));
    }
}
