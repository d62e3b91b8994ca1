package az.dost.vahid.edge.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedBodyTest {
    private static final int MOST = 1024;
    private final Message message = new DefaultMessage(new DefaultCamelContext());

    /** A body without an end, which counts what is taken of it. */
    private static final class Endless extends InputStream {
        private int taken;

        @Override
        public int read() {
            taken++;
            return 'a';
        }
    }

    @Test
    void a_body_as_long_as_the_bound_is_read_and_none_is_empty() throws IOException {
        assertThat(BoundedBody.of(new ByteArrayInputStream(new byte[MOST]), MOST))
                .hasSize(MOST);
        assertThat(BoundedBody.of(message, MOST)).isEmpty();
        assertThat(BoundedBody.stream(message)).isEmpty();
    }

    @Test
    void of_a_longer_one_no_more_is_taken_than_shows_that_it_is_too_long() {
        Endless endless = new Endless();
        assertThatThrownBy(() -> BoundedBody.of(endless, MOST))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.REQUEST_TOO_LARGE);
                    assertThat(problem.detail()).isEqualTo("Send at most 1 KiB.");
                });
        assertThat(endless.taken).isEqualTo(MOST + 1);
    }

    @Test
    void what_is_no_text_message_of_the_broker_is_not_read_as_one() {
        message.setBody("{}");
        assertThatThrownBy(() -> BoundedBody.text(message, MOST))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MEDIA_TYPE_UNSUPPORTED));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, application/json",
        "Application/JSON; charset=utf-8, application/json",
        "text/csv;header=present, text/csv",
        "application/*, application/*",
        ", ''",
        "json, ''",
        "'', ''",
        "application/json application/json, ''",
        "application/json; charset=nothing, ''"
    })
    void the_media_type_is_told_without_its_parameters(String header, String type) {
        message.setHeader(Exchange.CONTENT_TYPE, header);
        assertThat(BoundedBody.type(message)).isEqualTo(type);
    }
}
