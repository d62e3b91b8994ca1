package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator would release of an application, in words.
 *
 * @param requester what its file would say, by the members' names
 * @param confirmedBy blank until another operator has released it
 */
record ReleaseRow(
        String id,
        String partner,
        String application,
        String proposedBy,
        String because,
        String expires,
        List<Member> requester,
        List<ApplicationRow.Wished> events,
        String thumbprint,
        String confirmedBy) {
    /** A member of a requester's file. @param name also the end of its message's key */
    record Member(String name, List<String> values) {}

    static ReleaseRow of(JsonNode json, Wording w) {
        List<Member> members = new ArrayList<>();
        json.path("requester")
                .properties()
                .forEach(member ->
                        members.add(new Member(member.getKey(), values(member.getKey(), member.getValue(), w))));
        return new ReleaseRow(
                json.path("id").asText(),
                json.at("/requester/id").asText(),
                json.path("application").asText(),
                json.path("proposedBy").asText(),
                json.path("because").asText(),
                w.moment(json.path("expires").asText()),
                members,
                ApplicationRow.events(json.path("events"), w),
                json.path("thumbprint").asText(),
                json.path("confirmedBy").asText());
    }

    /** Of officials who have more than a login all that they have is told, as the file would say it. */
    private static List<String> values(String name, JsonNode value, Wording w) {
        if (value.isArray()) {
            return Json.list(value, one -> named(name, one.asText(), w));
        }
        if (value.isObject()) {
            List<String> officials = new ArrayList<>();
            value.properties().forEach(one -> officials.add(official(one.getKey(), one.getValue())));
            return officials;
        }
        return List.of(value.isBoolean() ? w.of("values", "boolean." + value.asBoolean()) : value.asText());
    }

    private static String official(String login, JsonNode more) {
        List<String> parts = new ArrayList<>();
        more.properties()
                .forEach(one -> parts.add(one.getKey() + ": "
                        + (one.getValue().isArray()
                                ? String.join(", ", Json.list(one.getValue(), JsonNode::asText))
                                : one.getValue().asText())));
        return parts.isEmpty() ? login : login + " (" + String.join("; ", parts) + ")";
    }

    private static String named(String name, String code, Wording w) {
        return switch (name) {
            case "services" -> w.service(code) + " (" + code + ")";
            case "specialFacts" -> w.of("facts", code);
            default -> code;
        };
    }
}
