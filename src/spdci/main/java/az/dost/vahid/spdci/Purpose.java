package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/**
 * For what is asked, and for whom: what a lookup needs and the standard leaves to each country. It stands in
 * {@code authorize} of a search ({@code purpose.code}, {@code case_ref}, {@code official}), else in {@code header.meta}
 * ({@code service}, {@code case_ref}, {@code official}), else in headers of HTTP, for systems whose messages are as
 * they are.
 *
 * @param service code of the service's passport
 * @param official null where the token proves him, or nobody is named
 */
record Purpose(String service, String caseRef, String official) {
    private static final String SERVICE = "service";
    private static final String CASE = "case_ref";
    private static final String OFFICIAL = "official";

    static Purpose of(JsonNode meta, Message message) {
        return new Purpose(
                first(meta.path(SERVICE), message.getHeader("Vahid-Service", String.class)),
                first(meta.path(CASE), message.getHeader("Vahid-Case", String.class)),
                first(meta.path(OFFICIAL), message.getHeader(Caller.HEADER, String.class)));
    }

    /** As {@link #put} wrote it. */
    static Purpose kept(JsonNode kept) {
        return new Purpose(
                kept.path(SERVICE).textValue(),
                kept.path("caseRef").textValue(),
                kept.path(OFFICIAL).textValue());
    }

    /** The same, but for what one search says itself. */
    Purpose or(JsonNode authorize) {
        return new Purpose(
                first(authorize.path("purpose").path("code"), service),
                first(authorize.path(CASE), caseRef),
                first(authorize.path(OFFICIAL), official));
    }

    private static String first(JsonNode said, String otherwise) {
        return said.isTextual() && !said.textValue().isBlank() ? said.textValue() : otherwise;
    }

    /** @throws ProblemException FIELD_MISSING, whose detail tells all that is missing */
    void check(boolean proven) {
        List<String> missing = new ArrayList<>();
        if (service == null) {
            missing.add("the service (authorize.purpose.code or header.meta.service)");
        }
        if (caseRef == null) {
            missing.add("the case (authorize.case_ref or header.meta.case_ref)");
        }
        if (official == null && !proven) {
            missing.add("the official (authorize.official or header.meta.official)");
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.FIELD_MISSING, "authorize", "It does not say " + String.join(", ", missing) + ".");
        }
    }

    void put(ObjectNode request) {
        request.put(SERVICE, service).put("caseRef", caseRef);
        if (official != null) {
            request.put(OFFICIAL, official);
        }
    }
}
