package az.dost.vahid.proof.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of members that somebody else has written: what cannot be read says nothing, and ends no renewal. */
@Tag("attack")
class FuzzedMembersTest {
    private static final int TRIES = 2_000;

    @Test
    void a_row_that_cannot_be_read_says_nothing() {
        Fuzz.of(
                        List.of(
                                "{\"person.key\":\"5f1c\",\"record.key\":\"77aa\"}".getBytes(UTF_8),
                                "{}".getBytes(UTF_8),
                                "null".getBytes(UTF_8)),
                        TRIES)
                .read(input ->
                        assertThat(MemberRows.texts(new String(input, UTF_8))).doesNotContainValue(null));
    }
}
