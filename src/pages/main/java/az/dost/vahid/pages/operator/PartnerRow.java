package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.StateTag;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A partner who came in by himself, in words.
 *
 * @param contacts with whom to ask about him; none once the time of his application was over
 * @param keyAdded when a key was last added; blank for never, as is keyEnded
 * @param asked whether he is to be asked about the last key: it was added of late
 * @param webhook where his events go; blank where he has no subscription
 */
record PartnerRow(
        String id,
        StateTag state,
        String organisation,
        List<String> contacts,
        List<Key> keys,
        String keyAdded,
        String keyEnded,
        boolean asked,
        List<ApplicationRow.Wished> events,
        String webhook) {
    /** How long operators are told of a key, as the overview counts it. */
    static final Duration LATELY = Duration.ofDays(7);

    /** One of his keys. @param until blank while it has no end */
    record Key(String thumbprint, String until) {}

    static PartnerRow of(JsonNode json, Wording w) {
        String state = json.path("state").asText();
        String words = w.value("partners.Partner.state", state);
        return new PartnerRow(
                json.path("id").asText(),
                state.equals("RELEASED") ? StateTag.good(words) : StateTag.open(words),
                json.path("organisation").asText(),
                ApplicationRow.contacts(json),
                Json.list(
                        json.path("keys"), key -> new Key(key.path("thumbprint").asText(), moment(key, "until", w))),
                moment(json, "keyAdded", w),
                moment(json, "keyEnded", w),
                after(json, "keyAdded", Instant.now().minus(LATELY)),
                ApplicationRow.events(json.path("events"), w),
                json.at("/subscription/webhook").asText());
    }

    static boolean keysChanged(JsonNode json, Instant since) {
        return Stream.of("keyAdded", "keyEnded").anyMatch(name -> after(json, name, since));
    }

    private static boolean after(JsonNode json, String name, Instant since) {
        return json.has(name) && Instant.parse(json.path(name).asText()).isAfter(since);
    }

    private static String moment(JsonNode json, String name, Wording w) {
        return json.has(name) ? w.moment(json.path(name).asText()) : "";
    }
}
