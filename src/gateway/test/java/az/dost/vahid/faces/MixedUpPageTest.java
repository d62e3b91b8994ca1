package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.whole.AlteredReplies;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * An agency that mixes up citizens in the middle of an answer: the first page is right, and a later one is somebody
 * else's.
 */
class MixedUpPageTest {
    private static final MixedUp CITIZENS = MixedUp.from(2_000);

    private static Dossier ask(String page) {
        try (AlteredReplies replies = RunningVahid.get().replies()) {
            // The citizen who has several pages is the other one of the pair.
            replies.replaceAll(
                    "employment",
                    CITIZENS.other(),
                    "\"fin\":\"" + CITIZENS.other() + "\"(,\"vaxt\":\"[^\"]*\",\"nomre\":" + page + ",)",
                    "\"fin\":\"" + CITIZENS.asked() + "\"$1");
            return RunningVahid.get().clerk().ask(CITIZENS.other());
        }
    }

    @Test
    void a_later_page_about_somebody_else_costs_the_whole_answer() {
        Dossier dossier = ask("2");
        assertThat(dossier.verdicts()).containsEntry("employment", "REJECTED OTHER_CITIZEN");
        assertThat(dossier.json().at("/facts/employment").isMissingNode()).isTrue();
        assertThat(RunningVahid.get()
                        .bean(DossierRecord.class)
                        .refused(
                                UUID.fromString(dossier.json().path("dossierId").asText())))
                .hasSizeGreaterThan(1)
                .allSatisfy(piece -> assertThat(piece.agency()).isEqualTo("employment"));
    }

    @Test
    void pages_that_all_name_the_right_one_are_one_answer() {
        assertThat(ask("99").verdicts()).containsEntry("employment", "ANSWERED");
    }

    @Test
    void an_answer_that_breaks_off_after_a_page_about_somebody_else_leaves_nothing_in_the_container()
            throws IOException {
        Dossier dossier;
        try (AlteredReplies replies = RunningVahid.get().replies()) {
            replies.replaceAll("employment", CITIZENS.other(), "(\"nomre\":2,.*)\"muqavileler\"", "$1\"other\"")
                    .replace("employment", CITIZENS.other(), CITIZENS.other(), CITIZENS.asked());
            dossier = RunningVahid.get().clerk().ask(CITIZENS.other());
        }
        assertThat(dossier.verdicts()).containsEntry("employment", "REJECTED MALFORMED");
        String id = dossier.json().path("dossierId").asText();
        assertThat(RunningVahid.get().bean(DossierRecord.class).refused(UUID.fromString(id)))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(new String(piece.evidence().bytes(), StandardCharsets.UTF_8))
                        .contains(CITIZENS.asked()));
        Map<String, byte[]> parts = ZipParts.of(Gateway.again(id, "application/vnd.etsi.asic-e+zip", Gateway.BEARER)
                .body());
        assertThat(parts.keySet()).contains("refused.json").noneMatch(name -> name.startsWith("evidence/employment/"));
        assertThat(parts.values())
                .noneMatch(part -> new String(part, StandardCharsets.UTF_8).contains(CITIZENS.asked()));
    }
}
