package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.population.Personas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mocks' altered replies: truly signed, about one citizen only, and over when they end. */
class AlteredRepliesTest {
    private static final String FIN = Personas.MARTYRS_WIDOW.fin();
    private static final String OTHER = Personas.WAR_VETERAN.fin();
    private final RunningVahid vahid = RunningVahid.get();
    private final Clerk clerk = vahid.clerk();
    private final AlteredReplies replies = vahid.replies();

    @AfterEach
    void tellTheTruthAgain() {
        replies.close();
    }

    /** An answer about somebody else is found out only after its proof was found good. */
    @Test
    void anAlteredReplyOfEveryCalledAgencyIsTrulySigned() {
        List<String> called = vahid.connectors().stream()
                .filter(c -> c.protocol() != Protocol.FILE)
                .map(Connector::id)
                .toList();
        called.forEach(agency -> replies.replace(agency, FIN, FIN, OTHER));
        Dossier dossier = clerk.ask(FIN);
        assertThat(called)
                .allSatisfy(agency ->
                        assertThat(Dossier.verdict(dossier.row(agency))).isEqualTo("REJECTED OTHER_CITIZEN"));
    }

    @Test
    void aPatternIsReplacedByItsGroups() {
        replies.replaceAll("identity-register", FIN, "<sv:ad>(.)[^<]*", "<sv:ad>$1ANA");
        assertThat(clerk.ask(FIN).json().at("/facts/identity/value/givenName").asText())
                .matches(".ana");
    }

    @Test
    void anotherCitizensReplyStaysAsItIs() {
        replies.replace("pensions", FIN, "0", "7");
        Dossier dossier = clerk.ask(OTHER);
        assertThat(Telling.of(dossier))
                .isEqualTo(new Oracle(vahid.population(), vahid.connectors()).of(OTHER, Map.of(), dossier.day()));
    }

    @Test
    void theTruthIsToldAgainAfterwards() {
        replies.replace("pensions", FIN, FIN, OTHER).close();
        assertThat(clerk.ask(FIN).verdicts()).containsEntry("pensions", "ANSWERED");
    }
}
