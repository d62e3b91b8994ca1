package az.dost.vahid.xroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server in front refuses most of these as well; a path is judged again where it is passed on. */
@Tag("attack")
class SafePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "//acts",
                "/acts//1",
                "/acts//",
                "/acts/../1",
                "/acts/./1",
                "/acts/%2e%2e/1",
                "/acts/..;x/1",
                "/acts/1%2F2",
                "/acts/1%5C2",
                "/acts/1\\2",
                "/acts/%252e",
                "/acts/%00",
                "/acts/ 1",
                "/acts/%20"
            })
    void a_path_that_another_reader_could_read_differently_is_refused(String raw) {
        assertThatThrownBy(() -> SafePath.segments(raw)).isInstanceOf(IdentifierException.class);
    }

    @Test
    void a_path_that_all_read_alike_is_decoded_once() {
        assertThat(SafePath.segments("/acts/a%20b/1;v=1/")).containsExactly("acts", "a b", "1;v=1", "");
    }
}
