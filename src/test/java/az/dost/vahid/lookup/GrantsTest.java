package az.dost.vahid.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.RequesterFiles;
import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Who asks for what, and what comes of it, with the demonstration's requesters and the real passports. */
class GrantsTest {
    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final AccessPolicy access;
    private final Planner planner;

    GrantsTest() throws IOException {
        CanonicalFacts facts = CanonicalFacts.of(new FileSystemResource("contracts/dossier.schema.json"));
        access = new AccessPolicy(new RequesterFiles(FILES, "file:src/main/resources/demo/requesters",
                new DefinitionReader(new FileSystemResource("contracts/requester.schema.json"))), facts.special());
        planner = new Planner(access, new PassportCatalogue(FILES.getResources("file:contracts/services/*.yaml"),
                new DefinitionReader(new FileSystemResource("contracts/passport.schema.json")), facts), null);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "grants.csv", delimiter = ',')
    void isGrantedOrRefused(String requester, String service, String facts, String official, String outcome) {
        assertThat(outcome(requester, service, facts, official)).isEqualTo(outcome);
    }

    private String outcome(String requester, String service, String facts, String official) {
        ObjectNode request = JSON.createObjectNode().put("service", service).put("caseRef", "TEST/1");
        request.putObject("subject").put("fin", "W1D0W01");
        if (official != null) {
            request.put("official", official);
        }
        if (facts != null) {
            request.putArray("facts").addAll(List.of(facts.split(" ")).stream().map(request::textNode).toList());
        }
        try {
            Lookup lookup = new Lookup(access.authenticate("Bearer demo-" + requester), new RequestReader().read(request), 0);
            planner.authorise(lookup);
            return String.join(" ", lookup.facts);
        } catch (ProblemException e) {
            return e.code() + (e.field() == null ? "" : " " + e.field());
        }
    }
}
