package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.tally.TallyJob;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hit is opened in the chain once, and closed there once. */
class OpenedHitsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final String PERSON = "c3".repeat(32);
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    private final OpenedHits opened = VAHID.bean(OpenedHits.class);

    private UUID hit() {
        UUID id = RecordId.next();
        jdbc.update(
                "insert into misuse_hit (id, rule, action, subject, requester, official, person, times, first_at, last_at, told_at)"
                        + " values (?, 'out-of-hours', 'FLAG', ?, 'dost-centre-1', 'a.b', ?, 1, now(), now(), now())",
                id,
                id.toString(),
                PERSON);
        return id;
    }

    private List<String> entries(UUID hit) {
        return jdbc.queryForList(
                "select entry::text from audit where entry ->> 'hit' = ? and entry ->> 'act' = 'hit-opened'",
                String.class,
                hit.toString());
    }

    private long counted(String how) {
        VAHID.bean(TallyJob.class).run();
        return jdbc.queryForObject(
                "select coalesce(sum(n), 0) from report_tally where measure = 'HIT_OPENED' and a = ?", Long.class, how);
    }

    @Test
    void a_hit_of_a_rule_is_told_once_and_counted() {
        opened.enter();
        long before = counted("BY_RULE");
        UUID hit = hit();
        opened.enter();
        opened.enter();
        assertThat(entries(hit))
                .singleElement()
                .asString()
                .contains("out-of-hours")
                .doesNotContain(PERSON, "a.b", "dost-centre-1");
        assertThat(counted("BY_RULE")).isEqualTo(before + 1);
    }

    @Test
    @Tag("attack")
    void of_many_gateways_one_tells_of_it() {
        List<UUID> hits = IntStream.range(0, 130).mapToObj(i -> hit()).toList();
        IntStream.range(0, 4).parallel().forEach(i -> new OpenedHits(jdbc, VAHID.bean(ActRecord.class)).enter());
        assertThat(hits).allSatisfy(hit -> assertThat(entries(hit)).hasSize(1));
    }

    @Test
    void a_citizens_question_has_an_entry_already_and_is_counted_by_it() {
        long before = counted("BY_CITIZEN");
        UUID lookup = RecordId.next();
        JsonNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("id", lookup.toString())
                .put("person", PERSON)
                .put("requester", "dost-centre-1")
                .put("official", "a.b");
        CitizenQuestions questions = VAHID.bean(CitizenQuestions.class);
        questions.keep(entry, "Why?");
        opened.enter();
        assertThat(entries(questions.about(lookup, PERSON).orElseThrow().id())).isEmpty();
        assertThat(counted("BY_CITIZEN")).isEqualTo(before + 1);
    }

    @Test
    @Tag("attack")
    void of_many_who_close_a_hit_at_the_same_time_one_does_and_the_chain_says_it_once() {
        UUID hit = hit();
        DossierRecord record = VAHID.bean(DossierRecord.class);
        assertThat(IntStream.range(0, 12)
                        .parallel()
                        .filter(i -> record.keepAct(
                                "audit-office",
                                "s.auditor",
                                "CLOSE",
                                hit,
                                "JUSTIFIED",
                                connection -> HitRows.close(connection, hit, "JUSTIFIED", "A queue", "s.auditor")))
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'hit' = ? and entry ->> 'act' = 'CLOSE'",
                        Long.class,
                        hit.toString()))
                .isEqualTo(1);
    }
}
