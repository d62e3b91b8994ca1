package az.dost.vahid.journeys.lookup;

import az.dost.vahid.connector.BuiltInConnectors;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.RequesterFiles;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The gateway's own decisions about grants: the demonstration's requesters, the real passports, the classes that the
 * lookup goes through.
 */
final class Decisions {
    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private static final ObjectMapper JSON = new ObjectMapper();
    final CanonicalFacts facts;
    final AccessPolicy access;
    final Planner planner;

    Decisions() {
        this("src/demo/main/resources/demo/requesters");
    }

    /** @param requesters folder */
    Decisions(String requesters) {
        try {
            facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
            access = new AccessPolicy(
                    new RequesterFiles(
                            FILES,
                            "file:" + requesters,
                            new DefinitionReader(new FileSystemResource("contracts/requester.schema.json")),
                            true),
                    facts.special());
            planner = new Planner(
                    access,
                    new PassportCatalogue(
                            FILES.getResources("file:contracts/services/*.yaml"),
                            new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")),
                            facts,
                            BuiltInConnectors.read(facts)),
                    null,
                    null,
                    null,
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Requester authenticate(String token) {
        return access.authenticate("Bearer " + token);
    }

    /**
     * The facts given, in the passport's order; or the code of the refusal and the field at fault.
     *
     * @param official null for a request that names none
     * @param facts empty for all facts of the service
     */
    String outcome(Requester requester, String service, Collection<String> facts, String official) {
        ObjectNode request = JSON.createObjectNode().put("service", service).put("caseRef", "TEST/1");
        request.putObject("subject").put("fin", "W1D0W01");
        if (official != null) {
            request.put("official", official);
        }
        if (!facts.isEmpty()) {
            request.putArray("facts")
                    .addAll(facts.stream().map(request::textNode).toList());
        }
        try {
            LookupRequest read = new RequestReader().read(request);
            Lookup.New lookup = LookupOf.asked(
                    requester,
                    read.by(new Caller(requester, read.official(), true).speaksAs(read.official(), "official")));
            return String.join(" ", planner.authorise(lookup).facts);
        } catch (ProblemException e) {
            return told(e);
        }
    }

    static String told(ProblemException e) {
        return e.code() + (e.field() == null ? "" : " " + e.field());
    }

    static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
