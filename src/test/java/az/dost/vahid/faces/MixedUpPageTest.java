package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.record.DossierRecord;
import az.dost.vahid.whole.AlteredReplies;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An agency that mixes up citizens in the middle of an answer: the first page is right, and a later one is somebody else's. */
class MixedUpPageTest {
    private static final MixedUp CITIZENS = MixedUp.from(2_000);

    private static Dossier ask(String page) {
        try (AlteredReplies replies = RunningVahid.get().replies()) {
            // The citizen who has several pages is the other one of the pair.
            replies.replaceAll("employment", CITIZENS.other(), "\"fin\":\"" + CITIZENS.other() + "\"(,\"vaxt\":\"[^\"]*\",\"nomre\":" + page + ",)",
                    "\"fin\":\"" + CITIZENS.asked() + "\"$1");
            return RunningVahid.get().clerk().ask(CITIZENS.other());
        }
    }

    @Test
    void a_later_page_about_somebody_else_costs_the_whole_answer() {
        Dossier dossier = ask("2");
        assertThat(dossier.verdicts()).containsEntry("employment", "REJECTED OTHER_CITIZEN");
        assertThat(dossier.json().at("/facts/employment").isMissingNode()).isTrue();
        assertThat(RunningVahid.get().bean(DossierRecord.class).refused(UUID.fromString(dossier.json().path("dossierId").asText()))).hasSizeGreaterThan(1)
                .allSatisfy(piece -> assertThat(piece.agency()).isEqualTo("employment"));
    }

    @Test
    void pages_that_all_name_the_right_one_are_one_answer() {
        assertThat(ask("99").verdicts()).containsEntry("employment", "ANSWERED");
    }
}
