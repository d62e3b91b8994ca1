package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dossier may call itself, given the verdicts of its sources. */
class CompletenessTest {
    @ParameterizedTest(name = "{0} with {1} is allowed: {2}")
    @CsvSource({
        "COMPLETE, ANSWERED NO_RECORD, true",
        "COMPLETE, ANSWERED STALE, false",
        "COMPLETE, NO_RECORD TIMED_OUT, false",
        "PARTIAL, ANSWERED TIMED_OUT, true",
        "PARTIAL, STALE, true",
        "PARTIAL, NO_RECORD REJECTED, true",
        "PARTIAL, ANSWERED NO_RECORD, false",
        "PARTIAL, TIMED_OUT UNAVAILABLE, false",
        "EMPTY, TIMED_OUT UNAVAILABLE NOT_AUTHORISED REJECTED, true",
        "EMPTY, TIMED_OUT NO_RECORD, false"
    })
    void agreesWithTheVerdicts(String completeness, String verdicts, boolean allowed) throws Exception {
        ObjectNode dossier = ExampleDossier.whole().put("completeness", completeness);
        ObjectNode answered = (ObjectNode) dossier.at("/sources/0");
        dossier.putObject("facts");
        var sources = dossier.putArray("sources");
        for (String verdict : verdicts.split(" ")) {
            sources.add(answered.deepCopy().put("verdict", verdict).put("reason", "CONNECTION_REFUSED"));
        }
        assertThat(Contracts.schema("dossier.schema.json").validate(dossier).isEmpty())
                .isEqualTo(allowed);
    }
}
