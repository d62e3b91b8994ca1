package az.dost.vahid.journeys.admission;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of partners who come in by themselves, and what whoever writes to the database gains. */
@Tag("attack")
class AdmissionRowsTest {
    private static final TestCertificate KEY = TestCertificate.of("partner", -1, 30);

    @TempDir
    Path keys;

    private TestAdmission admission;

    @BeforeEach
    void made() {
        admission = new TestAdmission(keys, 3, 2);
    }

    @AfterEach
    void end() throws Exception {
        admission.close();
    }

    @Test
    void no_more_come_in_than_there_is_room_for() {
        assertThat(admission.keep(admission.application("one"))).isTrue();
        assertThat(admission.keep(admission.application("one"))).isTrue();
        assertThat(admission.applications.room("one")).as("from one address").isFalse();
        assertThat(admission.keep(admission.application("one"))).isFalse();
        assertThat(admission.keep(admission.application("two"))).isTrue();
        assertThat(admission.applications.room("three")).as("in all").isFalse();
        assertThat(admission.keep(admission.application("three"))).isFalse();
        assertThat(admission.jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'partner-applied'", Integer.class))
                .as("in the chain")
                .isEqualTo(3);
    }

    @Test
    void an_application_is_read_by_its_secret_and_lies_encrypted() {
        Application made = admission.application("one");
        admission.keep(made);
        Application found = admission.applications.find(made.id()).orElseThrow();
        assertThat(found.readBy(TestAdmission.SECRET)).isTrue();
        assertThat(found.readBy(found.secret())).as("the digest of it").isFalse();
        assertThat(admission
                        .applications
                        .content(found)
                        .orElseThrow()
                        .path("organisation")
                        .asText())
                .isEqualTo("Ministry of Tests");
        assertThat(admission.jdbc.queryForObject(
                        "select count(*) from admission_application a where a::text like '%' || ? || '%'",
                        Integer.class, TestAdmission.SECRET))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret = 'guessed'",
                "state = 'RELEASED'",
                "requester = 'operations'",
                "because = 'So'",
                "sender = 'nobody'",
                "content = '\\x00'",
                "step = gen_random_uuid()"
            })
    void an_application_that_somebody_edited_is_none(String edit) {
        Application made = admission.application("one");
        admission.keep(made);
        admission.jdbc.update("update admission_application set " + edit);
        assertThat(admission.applications.find(made.id())).isEmpty();
        assertThat(admission.applications.waiting(null, 9).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 'operations'",
                "state = 'RELEASED'",
                "application = gen_random_uuid()",
                "content = replace(content, 'birth', 'death')",
                "step = gen_random_uuid()"
            })
    void a_partner_whom_somebody_edited_is_none(String edit) {
        admission.admit(TestAdmission.admitted("partner", RecordId.next(), Admitted.State.SANDBOX, KEY));
        assertThat(admission.partners.all()).hasSize(1);
        admission.jdbc.update("update admitted set " + edit);
        assertThat(admission.partners.all()).isEmpty();
        assertThat(admission.partners.find("partner")).isEmpty();
        assertThat(admission.partners.find("operations")).isEmpty();
    }

    private Proposal proposed() {
        Application made = admission.application("one");
        admission.keep(made);
        Proposal proposal = new Proposal(RecordId.next(), made.id(), TestAdmission.OPERATOR, "{}", "Test", null);
        admission.proposals.keep(proposal);
        return proposal;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content = '{\"requester\":{\"grants\":[\"operate\"]}}'",
                "official = 'o.other'",
                "official = null",
                "requester = 'other'",
                "because = 'So'",
                "application = gen_random_uuid()",
                "confirmed_by = 'o.two'",
                "confirmed_by = 'o.two', confirmed_mac = mac"
            })
    void a_proposal_that_somebody_edited_or_confirmed_by_hand_is_none(String edit) {
        Proposal proposal = proposed();
        assertThat(admission.proposals.find(proposal.id())).isPresent();
        assertThat(admission.proposals.waiting(proposal.application())).hasSize(1);
        admission.jdbc.update("update admission_proposal set " + edit);
        assertThat(admission.proposals.find(proposal.id())).isEmpty();
        assertThat(admission.proposals.waiting(proposal.application())).isEmpty();
    }

    @Test
    void a_proposal_that_nobody_confirmed_in_a_week_is_forgotten() {
        Application made = admission.application("one");
        admission.keep(made);
        UUID old = RecordId.at(Instant.now().minus(Duration.ofDays(8)).toEpochMilli());
        admission.proposals.keep(new Proposal(old, made.id(), TestAdmission.OPERATOR, "{}", "Test", null));
        assertThat(admission.proposals.find(old)).isEmpty();
        assertThat(admission.proposals.waiting(made.id())).isEmpty();
    }

    @Test
    void what_is_kept_together_is_kept_whole_or_not_at_all() {
        Application made = admission.application("one");
        assertThat(admission.applications.keep(made, connection -> false)).isFalse();
        assertThat(admission.applications.find(made.id())).isEmpty();
        assertThat(admission.jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'act' = 'partner-applied'", Integer.class))
                .isZero();
    }

    @Test
    void an_application_that_nobody_released_is_forgotten_with_its_sandbox() {
        UUID old = RecordId.at(Instant.now().minus(Duration.ofDays(31)).toEpochMilli());
        Application made = admission.application(old, "one");
        Admitted sandbox = TestAdmission.admitted("sandbox-1", old, Admitted.State.SANDBOX, KEY);
        admission.applications.keep(made, connection -> admission.partners.insert(connection, sandbox));
        Application young = admission.application("one");
        admission.keep(young);
        admission.applications.forget();
        assertThat(admission.applications.find(old)).isEmpty();
        assertThat(admission.partners.all()).isEmpty();
        assertThat(admission.applications.find(young.id())).isPresent();
    }

    @Test
    void a_step_is_taken_from_where_it_was_read_and_from_nowhere_else() {
        Admitted first = TestAdmission.admitted("partner", RecordId.next(), Admitted.State.RELEASED, KEY);
        admission.admit(first);
        assertThat(step(first, changed(first))).isTrue();
        assertThat(step(first, changed(first))).as("from what it was before").isFalse();
    }

    private static Admitted changed(Admitted before) {
        return before.became(Admitted.State.RELEASED, before.content(), RecordId.next());
    }

    @Test
    void whatever_a_partner_changes_keeps_nobody_from_ending_him() {
        Admitted read = TestAdmission.admitted("partner", RecordId.next(), Admitted.State.RELEASED, KEY);
        admission.admit(read);
        Admitted changed = changed(read);
        assertThat(step(read, changed)).isTrue();
        Admitted ended = read.ended(RecordId.next());
        assertThat(kept(ended, connection -> admission.partners.end(connection, ended)))
                .isTrue();
        assertThat(admission.partners.find("partner")).isEmpty();
        assertThat(admission.partners.all()).isEmpty();
        assertThat(step(changed, changed(changed))).as("by the partner").isFalse();
        assertThat(admission.jdbc.queryForObject("select content from admitted", String.class))
                .as("what he had")
                .isEqualTo("{}");
        Admitted again = read.ended(RecordId.next());
        assertThat(kept(again, connection -> admission.partners.end(connection, again)))
                .as("twice")
                .isFalse();
    }

    @Test
    void whoever_a_sandbox_let_in_is_nobody_where_there_is_none() {
        admission.admit(TestAdmission.admitted("sandbox-1", RecordId.next(), Admitted.State.SANDBOX, KEY));
        assertThat(admission.partners.find("sandbox-1")).isPresent();
        assertThat(admission.noSandbox.all()).isEmpty();
        assertThat(admission.noSandbox.all(null, 9).rows()).isEmpty();
        assertThat(admission.noSandbox.find("sandbox-1")).isEmpty();
    }

    @Test
    void a_row_that_somebody_edited_ends_no_list() {
        for (String id : List.of("first", "second", "third")) {
            admission.admit(TestAdmission.admitted(id, RecordId.next(), Admitted.State.RELEASED, KEY));
            admission.keep(admission.application(id));
        }
        admission.jdbc.update("update admitted set content = '{}' where id = 'first'");
        admission.jdbc.update("update admission_application set secret = 'x' where sender = 'first'");
        var partners = admission.partners.all(null, 1);
        assertThat(partners.rows()).isEmpty();
        assertThat(admission.partners.all(partners.next(), 9).rows())
                .extracting(Admitted::id)
                .containsExactly("second", "third");
        var applications = admission.applications.waiting(null, 1);
        assertThat(applications.rows()).isEmpty();
        assertThat(admission.applications.waiting(applications.next(), 9).rows())
                .extracting(Application::sender)
                .containsExactly("second", "third");
    }

    private boolean kept(Admitted after, ActRecord.Change change) {
        return admission
                .record
                .acts()
                .keep(after.step(), "partner-ended", JsonNodeFactory.instance.objectNode(), change);
    }

    private boolean step(Admitted before, Admitted after) {
        return kept(after, connection -> admission.partners.step(connection, before, after));
    }
}
