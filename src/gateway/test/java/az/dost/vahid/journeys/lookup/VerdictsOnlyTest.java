package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.View;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a dossier whose verdicts are given out nothing else is. */
@Tag("attack")
class VerdictsOnlyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOSSIER = """
            {"subject":{"fin":"1ABCDE2","state":"DECEASED","since":"2020-01-02","source":"civil-status","asOf":"2026-11-28T08:00:00Z"},
             "dossierId":"01a2220e-cddf-78a8-92b8-8d18e7d48eea","assembledAt":"2026-11-28T08:00:00.000Z","service":"ccu-car","requester":"hot-line",
             "official":"l.huseynova","caseRef":"CASE/1","completeness":"PARTIAL","currency":"AZN",
             "facts":{"identity":{"value":{"surname":"Secret"}}},"conflicts":[{"fact":"identity"}],"sources":[{"agency":"tax","verdict":"ANSWERED"}],
             "documents":[{"id":"id-card","title":{"az":"Vəsiqə","en":"Card"},"concerns":"self","fact":"identity","register":"identity-register",
               "verdict":"STILL_NEEDED","reason":{"code":"EXPIRED","source":"identity-register","field":"documentExpires","day":"2020-03-04","az":"a","en":"e"}}]}""";

    @Test
    void there_are_no_facts_conflicts_sources_or_days_and_the_schema_says_so() throws IOException {
        ObjectNode dossier = (ObjectNode) JSON.readTree(DOSSIER);
        ObjectNode verdicts = VerdictsOnly.of(dossier);
        assertThat(verdicts.toString())
                .doesNotContain("Secret", "2020-", "civil-status", "identity", "tax", "conflict");
        assertThat(verdicts.path("view").asText()).isEqualTo("VERDICTS");
        assertThat(verdicts.at("/documents/0/verdict").asText()).isEqualTo("STILL_NEEDED");
        assertThat(verdicts.at("/documents/0/reason").toString()).isEqualTo("{\"code\":\"EXPIRED\"}");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("contracts/verdicts.schema.json")))
                        .validate(verdicts))
                .isEmpty();
        assertThat(dossier).as("the dossier stays").isEqualTo(JSON.readTree(DOSSIER));
    }

    @Test
    void what_is_kept_says_which_it_is() throws IOException {
        ObjectNode dossier = (ObjectNode) JSON.readTree(DOSSIER);
        assertThat(VerdictsOnly.view(dossier)).isEqualTo(View.FULL);
        assertThat(VerdictsOnly.view(VerdictsOnly.of(dossier))).isEqualTo(View.VERDICTS);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void verdicts_have_no_xml_and_no_container(Form form) {
        VerdictsOnly.check(View.FULL, form);
        if (form == Form.JSON || form == Form.JOSE) {
            VerdictsOnly.check(View.VERDICTS, form);
        } else {
            assertThatThrownBy(() -> VerdictsOnly.check(View.VERDICTS, form))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem)
                                    .extracting(ProblemException::code, ProblemException::field)
                                    .containsExactly(ProblemCode.NOT_ACCEPTABLE, "view"));
        }
    }
}
