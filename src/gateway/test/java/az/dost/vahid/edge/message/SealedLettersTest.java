package az.dost.vahid.edge.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.whole.RunningVahid;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
class SealedLettersTest {
    private static final Letter LETTER =
            new Letter("vahid.lookup", "office", null, "c", Map.of("VahidTerms", "t"), "{\"fin\":\"W1D0W01\"}", null);
    private final SealedLetters letters = RunningVahid.get().bean(SealedLetters.class);
    private final UUID id = RecordId.next();

    @Test
    void a_letter_is_read_here_and_nowhere_else() {
        String sealed = letters.seal(id, LETTER);
        assertThat(sealed).doesNotContain("W1D0W01");
        assertThat(letters.open(id.toString(), sealed))
                .usingRecursiveComparison()
                .isEqualTo(LETTER);
    }

    @Test
    void what_was_not_sealed_here_is_no_letter() {
        String sealed = letters.seal(id, LETTER);
        for (String forged :
                new String[] {"", "x", "AAAA", sealed.substring(8), sealed.replaceFirst("..", "AA"), "{}"}) {
            assertThatThrownBy(() -> letters.open(id.toString(), forged))
                    .as(forged)
                    .hasMessageContaining("REQUEST_MALFORMED");
        }
        for (String other :
                new String[] {RecordId.next().toString(), UUID.randomUUID().toString(), "", "1"}) {
            assertThatThrownBy(() -> letters.open(other, sealed)).as(other).hasMessageContaining("REQUEST_MALFORMED");
        }
    }
}
