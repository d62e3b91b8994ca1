package az.dost.vahid.faces;

import static az.dost.vahid.faces.SpdciMessages.LATER;
import static az.dost.vahid.faces.SpdciMessages.SERVICE;
import static az.dost.vahid.faces.SpdciMessages.STATUS;
import static az.dost.vahid.faces.SpdciMessages.acknowledged;
import static az.dost.vahid.faces.SpdciMessages.answer;
import static az.dost.vahid.faces.SpdciMessages.newCase;
import static az.dost.vahid.faces.SpdciMessages.search;
import static az.dost.vahid.faces.SpdciMessages.status;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Acknowledged messages while they are kept: whoever may have no more gets no more, and none waits unseen or for ever.
 */
@Tag("attack")
class SpdciKeptTest {
    private static final String WIDOW = Personas.MARTYRS_WIDOW.fin();
    private final SpdciSender sender = SpdciSender.get();
    private final JdbcTemplate database = sender.vahid.bean(JdbcTemplate.class);

    private <T> T of(String id, String column, Class<T> type) {
        return database.queryForObject(
                "select " + column + " from spdci_message where id = ?", type, UUID.fromString(id));
    }

    private String done() {
        String id = acknowledged(LATER, search(WIDOW, SERVICE, newCase()));
        sender.answered("on-search", id);
        awaitState(id, "DONE");
        return id;
    }

    private void awaitState(String id, String state) {
        Awaitility.await(state).until(() -> of(id, "state", String.class).equals(state));
    }

    private static JsonNode found(String id) {
        return answer(STATUS, status("another", "correlation_id", TextNode.valueOf(id)))
                .at("/message/txnstatus_response/txn_status/search_response/0");
    }

    @Test
    void what_was_found_is_given_to_nobody_whose_grant_is_gone() throws IOException {
        String id = done();
        assertThat(found(id).path("status").asText()).isEqualTo("succ");
        sender.without("ccu-intake, ", () -> {
            JsonNode after = found(id);
            assertThat(after.path("status").asText()).isEqualTo("rjct");
            assertThat(after.path("status_reason_message").asText()).startsWith("NOT_GRANTED");
            assertThat(after.has("data")).isFalse();
        });
        assertThat(found(id).has("data")).isTrue();
    }

    @Test
    void a_kill_between_the_call_and_its_keeping_tells_it_again_under_the_same_name() {
        sender.answers(503);
        String id = acknowledged(LATER, search(WIDOW, SERVICE, newCase()));
        byte[] untold;
        try {
            Awaitility.await("an attempt in vain").until(() -> of(id, "attempts", Integer.class) > 0);
            untold = of(id, "answer", byte[].class);
        } finally {
            sender.answers(200);
        }
        JsonNode once = sender.answered("on-search", id);
        awaitState(id, "DONE");
        database.update(
                "update spdci_message set answer = ?, state = 'WAITING', lease = null, leased_until = '-infinity', next_at = now() where id = ?",
                untold,
                UUID.fromString(id));
        awaitState(id, "DONE");
        assertThat(sender.called(id)).isEqualTo(2);
        assertThat(sender.calls(id))
                .allSatisfy(call -> assertThat(call.at("/header/message_id")).isEqualTo(once.at("/header/message_id")));
    }

    @Test
    void one_that_cannot_be_told_for_good_is_a_dead_letter_and_its_answer_is_still_asked_for() {
        sender.answers(503);
        try {
            String id = acknowledged(LATER, search(WIDOW, SERVICE, newCase()));
            Awaitility.await("an attempt in vain").until(() -> of(id, "attempts", Integer.class) > 0);
            database.update("update spdci_message set attempts = 299 where id = ?", UUID.fromString(id));
            awaitState(id, "FAILED");
            assertThat(database.queryForObject(
                            "select detail from dead_letter where subscription = 'spdci' and detail like ?",
                            String.class,
                            "%" + id + "%"))
                    .contains("status 503")
                    .doesNotContain("localhost", WIDOW);
            assertThat(found(id).path("status").asText()).isEqualTo("succ");
        } finally {
            sender.answers(200);
        }
    }

    @Test
    void a_row_that_somebody_changed_is_a_dead_letter_and_tells_nobody() {
        String id = done();
        database.update(
                "update spdci_message set kind = 'STATUS', state = 'WAITING', lease = null, leased_until = '-infinity', next_at = now() where id = ?",
                UUID.fromString(id));
        awaitState(id, "FAILED");
        assertThat(sender.called(id)).isEqualTo(1);
    }

    @Test
    void more_of_a_requester_do_not_wait_than_may() {
        UUID other = UUID.randomUUID();
        database.update(
                "insert into spdci_message (id, requester, kind, name, txn, content, mac, next_at)"
                        + " select gen_random_uuid(), 'programmes', 'SEARCH', decode(md5(?::text || n), 'hex'), '\\x00', '\\x00', '\\x00', 'infinity'"
                        + " from generate_series(1, ?) n",
                other.toString(),
                SpdciSender.MOST_WAITING);
        try {
            HttpResponse<byte[]> answer = SpdciMessages.send(LATER, search(WIDOW, SERVICE, newCase()));
            OpenApi.check(LATER, "post", answer);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(SpdciMessages.json(answer).path("code").asText()).isEqualTo("OVERLOADED");
        } finally {
            database.update("delete from spdci_message where next_at = 'infinity'");
        }
    }
}
