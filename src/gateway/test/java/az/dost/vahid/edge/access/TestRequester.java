package az.dost.vahid.edge.access;

import java.util.Map;
import java.util.Set;

/** Requesters without a grant beside lookups, without clients and certificates. */
public final class TestRequester {
    public static Requester of(
            String id,
            String name,
            String tokenSha256,
            Set<String> services,
            Set<String> specialFacts,
            Map<String, Official> officials,
            Set<String> auditors,
            boolean evidence,
            Set<String> withheld) {
        return new Requester(
                id,
                name,
                tokenSha256,
                services,
                specialFacts,
                officials,
                false,
                auditors,
                evidence,
                withheld,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private TestRequester() {}
}
