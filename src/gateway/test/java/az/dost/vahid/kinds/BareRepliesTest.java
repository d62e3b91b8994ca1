package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that do not say of when they are, or about whom they know nothing. */
class BareRepliesTest {
    @TempDir
    private Path desk;

    private SourceAnswer ask(String mapping, String proof) throws Exception {
        Example example = Example.patient("veterinary-service", desk);
        Files.writeString(example.folder().resolve("mapping.jslt"), mapping);
        Path descriptor = example.folder().resolve("connector.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("answerTo: connection", proof));
        try (SecurityServerPeer peer = new SecurityServerPeer(example)) {
            return example.ask(peer.behave(Conduct.ANSWERS));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"nobody": true}                                                     | answerTo: connection | NO_RECORD |
            {"nobody": true, "subject": .owner, "facts": {}}                     | answerTo: connection | NO_RECORD |
            {"nobody": true, "subject": "6AB1CD2"}                               | answerTo: connection | REJECTED  | OTHER_CITIZEN
            {"nobody": true, "facts": {"livestock": {"cattle": 1}}}              | answerTo: connection | REJECTED  | OTHER_CITIZEN
            {"nobody": "true", "facts": {"livestock": {"cattle": 1}}}            | answerTo: connection | REJECTED  | OTHER_CITIZEN
            {"nobody": false}                                                    | answerTo: connection | REJECTED  | OTHER_CITIZEN
            {}                                                                   | answerTo: connection | REJECTED  | OTHER_CITIZEN
            {"nobody": true}                                                     |                      | REJECTED  | OTHER_CITIZEN
            """)
    void a_reply_about_nobody_is_taken_only_where_it_says_nothing_else_and_is_bound_to_its_request(
            String mapping, String proof, Verdict verdict, Reason reason) throws Exception {
        SourceAnswer answer = ask("{\"asOf\": .countedAt} + " + mapping, proof == null ? "" : proof);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void a_reply_without_a_time_is_of_when_it_came_where_the_connector_says_so() throws Exception {
        Instant before = Instant.now().minusMillis(1);
        SourceAnswer answer = ask("{\"subject\": .owner}", "answerTo: connection\n  dated: false");
        assertThat(answer.verdict()).isEqualTo(Verdict.NO_RECORD);
        assertThat(answer.asOf()).isBetween(before, Instant.now());
    }

    @Test
    void it_is_too_old_where_the_connector_does_not() throws Exception {
        assertThat(ask("{\"subject\": .owner}", "answerTo: connection").reason())
                .isEqualTo(Reason.TOO_OLD);
    }
}
