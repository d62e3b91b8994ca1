package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport.PaperDocument;
import az.dost.vahid.wordbook.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * The manual of a service: the sections of the printed page in their order, each text in both languages where both are
 * known.
 */
final class ManualJson {
    private static final String SECTION = "catalogue.Section";
    private final Choices choices;
    private final CatalogueService service;
    private final ObjectNode description;
    private final ArrayNode sections = JsonNodeFactory.instance.arrayNode();

    ManualJson(Choices choices, CatalogueService service) {
        this.choices = choices;
        this.service = service;
        this.description = service.description();
    }

    ObjectNode of() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", service.code());
        body.set("title", service.title());
        body.put("status", service.listed().status())
                .set(
                        "statusTitle",
                        WordJson.of(choices.word(
                                "catalogue.services.status", service.listed().status())));
        if (service.listed().named().isObject()) {
            body.set("named", service.listed().named());
        }
        choices.of(SECTION).forEach(this::section);
        body.set("sections", sections);
        return body;
    }

    private void section(String id) {
        switch (id) {
            case "OFFICIAL_ID" -> same(id, "officialId", service.officialId());
            case "FAMILY" ->
                lines(
                        id,
                        "family",
                        JsonNodeFactory.instance.arrayNode().add(word("passport.family", service.family())));
            case "LEGAL_BASIS" ->
                lines(
                        id,
                        "legalBasis",
                        service.passport() == null
                                ? null
                                : JsonNodeFactory.instance
                                        .arrayNode()
                                        .add(JsonNodeFactory.instance
                                                .objectNode()
                                                .put("en", service.passport().legalBasis())));
            case "AUDIENCE" -> words(id, "audience", "passport.person", service.audience());
            case "CHANNELS" -> words(id, "channels", "passport.channel", service.channels());
            case "PLACES" -> lines(id, "places", description.get("places"));
            case "INQUIRY_FORMS" -> words(id, "inquiryForms", "passport.form", texts("inquiryForms"));
            case "PAPERS_TO_BRING" -> papers(id, paper -> PaperReplacement.of(paper) != PaperReplacement.REPLACED);
            case "PAPERS_REPLACED" -> papers(id, paper -> PaperReplacement.of(paper) == PaperReplacement.REPLACED);
            case "STEPS" -> lines(id, "steps", description.get("steps"));
            case "DECIDED_IN" -> decidedIn(id);
            case "FRONT_OFFICE_MINUTES" -> same(id, "frontOfficeMinutes", text("frontOfficeMinutes"));
            case "BACK_OFFICE_MINUTES" -> same(id, "backOfficeMinutes", text("backOfficeMinutes"));
            case "STANDARD_MINUTES" -> same(id, "standardMinutes", text("standardMinutes"));
            case "FEE" -> fee(id);
            case "RESPONSE_FORMS" -> words(id, "responseForms", "passport.form", texts("responseForms"));
            case "REFUSAL_GROUNDS" -> lines(id, "refusalGrounds", description.get("refusalGrounds"));
            case "UNITS" -> lines(id, "units", description.get("units"));
            case "EXECUTOR" ->
                lines(
                        id,
                        "executor",
                        description.has("executor")
                                ? JsonNodeFactory.instance.arrayNode().add(description.get("executor"))
                                : null);
            case "SYSTEMS" -> systems(id);
            case "AUTOMATION" ->
                words(
                        id,
                        "automation",
                        "passport.automation",
                        description.has("automation") ? List.of(text("automation")) : List.of());
            default -> throw new IllegalStateException("The section " + id + " of a manual has nothing in it");
        }
    }

    private void papers(String id, Predicate<PaperDocument> which) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        service.papers().stream().filter(which).forEach(paper -> lines.add(WordJson.of(paper.title())));
        lines(id, "documents", service.passport() == null ? null : lines);
    }

    private void decidedIn(String id) {
        JsonNode in = description.path("decidedIn");
        Word days = choices.word("passport.decidedIn.of", in.path("of").asText());
        lines(
                id,
                "decidedIn",
                in.isMissingNode()
                        ? null
                        : JsonNodeFactory.instance
                                .arrayNode()
                                .add(WordJson.of(
                                        days.az() + ": " + in.path("days").asText(),
                                        days.en() + ": " + in.path("days").asText())));
    }

    /** In manats. */
    private void fee(String id) {
        if (!description.has("feeQapik")) {
            lines(id, "feeQapik", null);
        } else if (description.path("feeQapik").asInt() == 0) {
            lines(id, "feeQapik", JsonNodeFactory.instance.arrayNode().add(word("catalogue.Fee", "FREE")));
        } else {
            String manats =
                    BigDecimal.valueOf(description.path("feeQapik").asLong(), 2).toPlainString();
            lines(
                    id,
                    "feeQapik",
                    JsonNodeFactory.instance
                            .arrayNode()
                            .add(WordJson.of(manats.replace('.', ',') + " ₼", manats + " AZN")));
        }
    }

    private void systems(String id) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        texts("systems").forEach(name -> lines.add(WordJson.of(name, name)));
        lines(id, "systems", lines.isEmpty() ? null : lines);
    }

    private void same(String id, String member, String text) {
        lines(
                id,
                member,
                text == null ? null : JsonNodeFactory.instance.arrayNode().add(WordJson.of(text, text)));
    }

    private void words(String id, String member, String group, List<String> values) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> lines.add(word(group, value)));
        lines(id, member, lines.isEmpty() ? null : lines);
    }

    /** @param lines null for what is not published */
    private void lines(String id, String member, JsonNode lines) {
        ObjectNode section = sections.addObject().put("id", id);
        section.set("title", word(SECTION, id));
        section.put("numbered", id.equals("STEPS"));
        if (lines != null) {
            section.set("lines", lines);
            ArrayNode sources = sources(member);
            if (!sources.isEmpty()) {
                section.set("sources", sources);
            }
        }
    }

    private ArrayNode sources(String member) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        for (JsonNode source : description.path("sources")) {
            if (texts(source.path("of")).contains(member)) {
                sources.addObject()
                        .put("source", source.path("source").asText())
                        .put("dated", source.path("dated").asText());
            }
        }
        return sources;
    }

    private ObjectNode word(String group, String value) {
        return WordJson.of(choices.word(group, value));
    }

    private String text(String member) {
        return description.has(member) ? description.path(member).asText() : null;
    }

    private List<String> texts(String member) {
        return texts(description.path(member));
    }

    private static List<String> texts(JsonNode list) {
        return Json.list(list, JsonNode::asText);
    }
}
