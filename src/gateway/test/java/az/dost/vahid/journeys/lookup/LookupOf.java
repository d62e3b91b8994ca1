package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Set;

/** Lookups as tests need them, at any step of their journey. */
final class LookupOf {
    static Lookup.New asked(Requester requester, LookupRequest request) {
        return new Lookup.New(new Lookup(requester, request, Lookup.Occasion.FACE, 0, null, Form.JSON, null));
    }

    static Lookup.Judged judged(Lookup asked, int delayMs) {
        return new Lookup.Judged(new Lookup.Granted(new Lookup.New(asked), null, List.of()), "person", delayMs);
    }

    /** Nobody is asked. */
    static Lookup.Planned planned(Lookup.New asked, Passport passport, List<String> facts) {
        return planned(new Lookup.Judged(new Lookup.Granted(asked, passport, facts), "person", 0));
    }

    static Lookup.Planned planned(Lookup.Judged judged) {
        return new Lookup.Planned(judged, Span.getInvalid(), List.of(), Set.of());
    }

    static Lookup.Assembled assembled(Lookup.Judged judged, ObjectNode dossier) {
        return new Lookup.Assembled(new Lookup.Combined(planned(judged), List.of(), null, null, dossier), dossier);
    }

    private LookupOf() {}
}
