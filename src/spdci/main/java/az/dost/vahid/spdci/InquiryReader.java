package az.dost.vahid.spdci;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads what a message asks, in form. A message that is not of the standard's form is refused as a whole; a search that
 * is, and asks for what nobody gets, is refused alone when its turn comes.
 */
final class InquiryReader {
    private static final String TRANSACTION = "transaction_id";
    private static final String SEARCHES = "search_request";
    private static final String CRITERIA = "search_criteria";
    private static final String REFERENCE = "reference_id";
    private static final String DISABLED = "disabled_criteria";
    private static final String PAGINATION = "pagination";
    private static final String LOCALE = "locale";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}");
    private final SpdciSettings settings;
    private final Registries registries;

    InquiryReader(SpdciSettings settings, Registries registries) {
        this.settings = settings;
        this.registries = registries;
    }

    /**
     * @param registry name of the registry that was asked
     * @throws ProblemException naming the first field at fault
     */
    Inquiry read(Envelope envelope, String registry, Operation operation, Purpose purpose) {
        return read(
                envelope,
                registry,
                operation,
                purpose,
                envelope.sender() + "\n" + envelope.id(),
                UUID.randomUUID().toString());
    }

    /** One that was acknowledged. */
    Inquiry read(LaterMessage message) {
        String id = message.id().toString();
        return read(
                message.envelope(),
                message.content().path(LaterMessage.REGISTRY).textValue(),
                Operation.SEARCH,
                Purpose.kept(message.content().path(LaterMessage.PURPOSE)),
                id,
                id);
    }

    private Inquiry read(
            Envelope envelope, String registry, Operation operation, Purpose purpose, String name, String correlation) {
        Registry asked = registries.of(registry);
        JsonNode message = envelope.message();
        String transaction = Fields.id(message, "", TRANSACTION);
        List<Search> searches = operation == Operation.SEARCH
                ? searches(message, asked, purpose)
                : List.of(disabled(message, asked, transaction, purpose));
        if (envelope.header().path("total_count").intValue() != searches.size()) {
            throw Fields.invalid("header.total_count", "It must be the number of requests in the message.");
        }
        return new Inquiry(asked, operation, envelope.sender(), name, transaction, correlation, searches);
    }

    private List<Search> searches(JsonNode message, Registry registry, Purpose purpose) {
        JsonNode list = Fields.list(message, "", SEARCHES, settings.mostSearches());
        List<Search> searches = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (JsonNode one : list) {
            Search search = search(searches.size(), one, registry, purpose);
            if (!references.add(search.reference())) {
                search.refuse(new ProblemException(
                        ProblemCode.FIELD_INVALID, REFERENCE, "Another search of the message has this reference_id."));
            }
            searches.add(search);
        }
        return searches;
    }

    private static Search search(int number, JsonNode one, Registry registry, Purpose purpose) {
        String path = SEARCHES + "[" + number + "]";
        String reference = Fields.id(one, path, REFERENCE);
        Fields.instant(one, path, "timestamp");
        locale(one, path);
        JsonNode criteria = Fields.object(one, path, CRITERIA);
        String inside = Fields.path(path, CRITERIA);
        Fields.id(criteria, inside, "query_type");
        if (criteria.path("query").isMissingNode() || criteria.path("query").isNull()) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, Fields.path(inside, "query"), null);
        }
        // Some write it beside the criteria.
        page(one, path);
        page(criteria, inside);
        return new Search(
                number,
                reference,
                criteria,
                purpose.or(criteria.path("authorize")),
                registry.form(name(criteria)).orElse(null));
    }

    /** The record that is wanted; the standard has a word for it that not all senders use. */
    private static String name(JsonNode criteria) {
        String record = criteria.path("reg_record_type").textValue();
        return record == null ? criteria.path("response_entity").textValue() : record;
    }

    private static void locale(JsonNode one, String path) {
        JsonNode locale = one.path(LOCALE);
        if (!locale.isMissingNode()
                && (!locale.isTextual() || !LANGUAGE.matcher(locale.textValue()).matches())) {
            throw Fields.invalid(Fields.path(path, LOCALE), "It must be a language of ISO 639-3, as aze or eng.");
        }
    }

    private static void page(JsonNode parent, String path) {
        JsonNode page = parent.path(PAGINATION);
        if (!page.isMissingNode()) {
            String inside = Fields.path(path, PAGINATION);
            Fields.count(page, inside, "page_size");
            if (page.has("page_number")) {
                Fields.count(page, inside, "page_number");
            }
        }
    }

    private static Search disabled(JsonNode message, Registry registry, String transaction, Purpose purpose) {
        JsonNode criteria = Fields.object(message, "", DISABLED);
        Fields.object(criteria, DISABLED, "query");
        return new Search(
                0,
                transaction,
                criteria,
                purpose.or(criteria.path("authorize")),
                registry.form(null).orElse(null));
    }
}
