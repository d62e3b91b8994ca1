package az.dost.vahid.journeys.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.proof.record.Slice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a disagreement that a lookup has seen. */
@Timeout(60)
class TicketsTest {
    private static final String FIN = "5AB1C2D";
    private TestTickets test;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestTickets(keys);
    }

    @AfterEach
    void close() throws Exception {
        test.close();
    }

    private static SeenLookup seen() {
        return new SeenLookup(FIN);
    }

    private Progress progress() {
        return test.only(FIN).progress();
    }

    @Test
    void however_often_it_is_seen_and_whoever_is_believed_it_is_one() {
        test.see(seen().otherFlats(), seen().otherFlats());
        test.see(seen().conflict("address", "apartment", "local-executive", "11", "identity-register", "12"));
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
        assertThat(test.only(FIN).asked()).isEqualTo("local-executive");
        assertThat(test.acts()).containsExactly("ticket-opened");
    }

    @Test
    void another_person_another_field_and_another_pair_are_others() {
        test.see(
                seen().otherFlats(),
                new SeenLookup("1XY2Z3W").otherFlats(),
                seen().conflict("address", "street", "identity-register", "a", "local-executive", "b"),
                seen().conflict("address", "apartment", "identity-register", "12", "mobilisation", "9"));
        assertThat(test.of(FIN)).hasSize(3);
        assertThat(test.of("1XY2Z3W")).hasSize(1);
    }

    @Test
    void its_register_reads_what_both_say() {
        test.see(seen().otherFlats());
        assertThat(test.tickets.content(test.only(FIN)))
                .hasValueSatisfying(said -> assertThat(said.toString())
                        .contains("\"fin\":\"" + FIN + "\"", "\"value\":\"11\"", "\"otherValue\":\"12\""));
    }

    @Test
    void agreement_closes_it() {
        test.see(seen().otherFlats());
        test.see(seen());
        assertThat(progress().state()).isEqualTo(Progress.State.CLOSED);
        assertThat(test.acts()).containsExactly("ticket-opened", "ticket-closed");
    }

    @Test
    void a_register_that_has_no_record_any_more_contradicts_nobody() {
        test.see(seen().otherFlats());
        test.see(seen().spoke("local-executive", "NO_RECORD"));
        assertThat(progress().state()).isEqualTo(Progress.State.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMED_OUT", "UNAVAILABLE", "REJECTED", "NOT_AUTHORISED", "STALE"})
    void silence_closes_nothing(String verdict) {
        test.see(seen().otherFlats());
        test.see(seen().spoke("local-executive", verdict), seen().spoke("identity-register", verdict));
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
    }

    @Test
    void a_lookup_that_did_not_ask_for_it_closes_nothing() {
        test.see(seen().otherFlats());
        test.see(seen().asks("identity"), seen().verdictsOnly());
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
    }

    @Test
    void what_cannot_be_read_agrees_with_nobody() {
        test.see(seen().otherFlats());
        test.see(seen().unread("local-executive", "address", "/address/apartment", "PATTERN"));
        assertThat(test.of(FIN))
                .extracting(ticket ->
                        ticket.about().kind() + " " + ticket.progress().state())
                .containsExactly("CONFLICT OPEN", "UNREADABLE OPEN");
        test.see(seen());
        assertThat(test.of(FIN)).allMatch(ticket -> ticket.progress().state() == Progress.State.CLOSED);
    }

    @Test
    void its_word_closes_nothing_and_the_next_look_tells() {
        test.see(seen().otherFlats());
        assertThat(test.answer(FIN, "CORRECTED")).isTrue();
        assertThat(progress().state()).isEqualTo(Progress.State.CORRECTED);
        test.see(seen().otherFlats());
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
        assertThat(progress().reopened()).isEqualTo(1);
        assertThat(test.answer(FIN, "CORRECTED")).isTrue();
        test.see(seen());
        assertThat(progress().state()).isEqualTo(Progress.State.CLOSED);
        assertThat(test.acts())
                .containsExactly(
                        "ticket-opened", "ticket-answered", "ticket-reopened", "ticket-answered", "ticket-closed");
    }

    @Test
    void what_was_closed_and_is_seen_again_is_the_same_one() {
        test.see(seen().otherFlats());
        test.see(seen());
        test.see(seen().otherFlats());
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
        assertThat(progress().reopened()).isEqualTo(1);
    }

    @Test
    void where_a_register_stands_by_what_it_says_the_other_one_is_asked_once() {
        test.see(seen().otherFlats());
        test.answer(FIN, "CORRECT_AS_IS");
        assertThat(test.only(FIN).asked()).isEqualTo("identity-register");
        assertThat(test.only(FIN).against()).isEqualTo("local-executive");
        assertThat(progress().state()).isEqualTo(Progress.State.OPEN);
        test.answer(FIN, "CORRECT_AS_IS");
        assertThat(progress().state()).isEqualTo(Progress.State.CORRECT_AS_IS);
        assertThat(test.answer(FIN, "CORRECT_AS_IS"))
                .as("nobody is asked any more")
                .isFalse();
    }

    @Test
    void what_a_register_cannot_correct_stays_with_it() {
        test.see(seen().otherFlats());
        test.answer(FIN, "CANNOT");
        assertThat(progress().state()).isEqualTo(Progress.State.CANNOT);
        assertThat(test.only(FIN).asked()).isEqualTo("local-executive");
    }

    @Test
    void nobody_is_told_of_a_protected_person_or_of_a_lookup_that_a_law_withholds() {
        test.kept.add(SeenLookup.person(FIN));
        test.see(seen().otherFlats(), new SeenLookup("1XY2Z3W").otherFlats().withheld());
        assertThat(test.of(FIN)).isEmpty();
        assertThat(test.of("1XY2Z3W")).isEmpty();
    }

    @Test
    void of_whom_becomes_protected_registers_see_nothing_from_then_on() {
        test.see(seen().otherFlats());
        Ticket before = test.only(FIN);
        test.kept.add(SeenLookup.person(FIN));
        assertThat(test.tickets.find(before.id())).isEmpty();
        assertThat(test.due(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(test.tickets.ofAgency("local-executive", null, null, 10).rows())
                .isEmpty();
    }

    @Test
    void a_register_is_told_at_once_and_reminded_after_its_time() {
        test.see(seen().otherFlats());
        long now = System.currentTimeMillis();
        Duration fortnight = Duration.ofDays(14);
        assertThat(test.due(now - fortnight.toMillis(), 10)).hasSize(1);
        test.sent(FIN, Duration.ZERO);
        assertThat(test.due(now - fortnight.toMillis(), 10)).isEmpty();
        assertThat(test.due(now + 1000, 10)).hasSize(1);
        test.sent(FIN, fortnight);
        assertThat(progress().told()).isEqualTo(2);
        test.answer(FIN, "CORRECTED");
        assertThat(test.due(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void a_register_that_cannot_be_told_holds_up_no_other_one() {
        test.see(seen().otherFlats());
        assertThat(test.tickets.due(List.of("identity-register"), Long.MAX_VALUE, 1))
                .isEmpty();
        assertThat(test.tickets.due(List.of("local-executive"), Long.MAX_VALUE, 1))
                .hasSize(1);
    }

    @Test
    void of_two_who_take_a_step_at_once_one_does() {
        test.see(seen().otherFlats());
        Ticket read = test.only(FIN);
        assertThat(test.answers.keep(read, Answer.of("CORRECTED", ""), JsonNodeFactory.instance.objectNode()))
                .isTrue();
        assertThat(test.answers.keep(read, Answer.of("CANNOT", "No"), JsonNodeFactory.instance.objectNode()))
                .isFalse();
        assertThat(progress().state()).isEqualTo(Progress.State.CORRECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'CLOSED'", "agency = 'tax'", "person = 'b1'", "reopened = 0 - 1", "turned = not turned",
                "matter = '\\x01'", "needs = ''", "told_ms = 1", "content = '\\x00'", "mac = '\\x00'"
            })
    @Tag("attack")
    void one_that_somebody_changed_is_not_used(String change) {
        test.see(seen().otherFlats());
        Ticket before = test.only(FIN);
        test.record.jdbc.update("update ticket set " + change);
        assertThat(test.tickets.find(before.id())).isEmpty();
        assertThat(test.due(Long.MAX_VALUE, 10)).isEmpty();
    }

    /** Else whoever edits one row hides all that are older. */
    @Test
    @Tag("attack")
    void one_that_somebody_changed_ends_no_list() {
        test.see(seen().otherFlats());
        test.see(new SeenLookup("1XY2Z3W").otherFlats());
        Ticket newer = test.only("1XY2Z3W");
        test.record.jdbc.update("update ticket set reopened = 7 where id = ?", newer.id());
        Slice<Ticket> first = test.tickets.ofAgency("local-executive", null, null, 1);
        assertThat(first.rows()).isEmpty();
        assertThat(test.tickets
                        .ofAgency("local-executive", null, first.next(), 1)
                        .rows())
                .hasSize(1);
    }

    @Test
    @Tag("attack")
    void the_chain_tells_of_it_without_the_person() {
        test.see(seen().otherFlats());
        test.answer(FIN, "CANNOT");
        List<String> entries = test.record.jdbc.queryForList(
                "select entry::text from audit where entry ->> 'act' like 'ticket-%'", String.class);
        assertThat(entries)
                .hasSize(2)
                .noneMatch(entry -> entry.contains(FIN)
                        || entry.contains(SeenLookup.person(FIN))
                        || entry.contains("\"11\"")
                        || entry.contains("It is so"));
        assertThat(test.record.check(test.database).wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DONE", "corrected", "OPEN", "CLOSED"})
    void an_answer_that_there_is_not_is_refused(String answer) {
        assertThatThrownBy(() -> Answer.of(answer, "So")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoever_corrects_nothing_says_why() {
        assertThatThrownBy(() -> Answer.of("CANNOT", " ")).hasMessage("The note must say why nothing is corrected.");
        assertThatThrownBy(() -> Answer.of("CORRECTED", "x".repeat(2001)))
                .hasMessage("The note must have at most 2000 characters.");
    }
}
