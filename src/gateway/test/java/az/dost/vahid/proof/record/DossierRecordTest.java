package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.RecordId;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

class DossierRecordTest {
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestRecord(database, keys);
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    @Test
    void whatIsKeptIsFoundByItsRequesterAndNobodyElse() {
        RecordedDossier dossier = test.keep();
        assertThat(test.record.find(dossier.id(), dossier.requester()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(dossier);
        assertThat(test.record.find(dossier.id(), "somebody-else")).isEmpty();
        assertThat(test.record.find(RecordId.next(), dossier.requester())).isEmpty();
    }

    @Test
    void evidenceComesBackAsItWas() {
        List<KeptEvidence> evidence = test.record.evidence(test.keep().id());
        assertThat(evidence).extracting(KeptEvidence::agency).containsExactly("pensions", TestRecord.HEALTH);
        assertThat(evidence)
                .allSatisfy(kept -> assertThat(kept.evidence())
                        .usingRecursiveComparison()
                        .ignoringFields("id")
                        .isEqualTo(TestRecord.answer(
                                        kept.agency(),
                                        new String(kept.evidence().bytes(), StandardCharsets.UTF_8))
                                .evidence()
                                .get(0)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"REJECTED", "TIMED_OUT", "UNAVAILABLE", "NOT_AUTHORISED"})
    void whatCameOfAnAnswerThatWasNotUsedIsKeptApart(Verdict verdict) {
        UUID id = RecordId.next();
        List<SourceAnswer> answers = List.of(
                TestRecord.answer("pensions", "<answer/>"),
                TestRecord.answer(TestRecord.HEALTH, "{\"of\":\"somebody else\"}", verdict, Reason.OTHER_CITIZEN));
        test.record.keep(test.dossier(id, answers), answers);
        assertThat(test.record.evidence(id)).extracting(KeptEvidence::agency).containsExactly("pensions");
        assertThat(test.record.refused(id)).extracting(KeptEvidence::agency).containsExactly(TestRecord.HEALTH);
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void bodiesAreNotReadableInTheTables() {
        UUID id = test.keep().id();
        for (String query : List.of("select content from dossier", "select string_agg(bundle, '') from evidence")) {
            assertThat(new String(test.jdbc.queryForObject(query, byte[].class), StandardCharsets.ISO_8859_1))
                    .doesNotContain(id.toString())
                    .doesNotContain("benefit");
        }
    }

    @Test
    void manyAtOnceShareTransactionsAndMakeOneChain() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (i % 10 == 0) {
                test.record.keepRefusal("dost-centre-1", null, null, null, "FIELD_MISSING");
            } else {
                test.keep();
            }
        });
        assertThat(test.jdbc.queryForObject(
                        "select count(*) from audit a join audit b on b.sequence = a.sequence + 1 and b.previous = a.link",
                        Long.class))
                .isEqualTo(199);
        assertThat(test.jdbc.queryForObject("select count(distinct xmin::text) from audit", Long.class))
                .isLessThan(200);
    }

    @Test
    void who_comes_again_and_again_beside_others_shares_their_transactions() {
        int callers = 4;
        int turns = 20;
        CompletableFuture.allOf(IntStream.range(0, callers)
                        .mapToObj(caller -> CompletableFuture.runAsync(
                                () -> IntStream.range(0, turns)
                                        .forEach(turn -> test.record.keepRefusal(
                                                "dost-centre-1", null, null, null, "FIELD_MISSING")),
                                task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        // Without a moment's patience whoever is answered first begins the next one alone: two for each turn.
        assertThat(test.jdbc.queryForObject("select count(distinct xmin::text) from audit", Integer.class))
                .isLessThan(turns * 3 / 2);
    }

    @Test
    void twoGatewaysWriteOneChain() throws Exception {
        try (TestRecord second = new TestRecord(database, test.keysFolder)) {
            IntStream.range(0, 100)
                    .parallel()
                    .forEach(i -> (i % 2 == 0 ? test : second)
                            .record.keepRefusal("dost-centre-1", null, null, null, "FIELD_MISSING"));
        }
        assertThat(test.jdbc.queryForObject(
                        "select count(*) from audit a join audit b on b.sequence = a.sequence + 1 and b.previous = a.link",
                        Long.class))
                .isEqualTo(99);
    }

    @Test
    void theFirstLaterFormIsKeptAndTheNextOneIsNot() {
        RecordedDossier dossier = test.keep();
        byte[] xml = "<dossier/>".getBytes(StandardCharsets.UTF_8);
        assertThat(test.record.keepXml(dossier.id(), xml)).isEqualTo(xml);
        assertThat(test.record.keepXml(dossier.id(), "<other/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(xml);
        assertThat(test.record.keepJws(dossier.id(), "a..b")).isEqualTo(dossier.jws());
        assertThat(test.jdbc.queryForObject("select count(*) from audit where entry ->> 'kind' = 'FORM'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void whenTheQueueIsFullTheCallerIsToldSoAndARefusalDoesNotHideIt() throws Exception {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        try (Connection blocker = database.getConnection();
                TestRecord small = new TestRecord(database, test.keysFolder, 2, 10)) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from audit_head for update");
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            waiting.add(small.record.keeping(small.dossier(RecordId.next(), List.of()), List.of()));
                        }
                    })
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OVERLOADED));
            assertThatThrownBy(() -> small.record.keepRefusal(null, null, null, null, "OVERLOADED"))
                    .isInstanceOf(DataAccessException.class);
            blocker.rollback();
            for (CompletableFuture<Void> each : waiting) {
                each.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(test.jdbc.queryForObject("select count(*) from dossier", Integer.class))
                .isEqualTo(waiting.size());
    }

    @Test
    void oneThatTheDatabaseRefusesDoesNotTakeTheOthersWithIt() throws Exception {
        RecordedDossier first = test.keep();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        try (Connection blocker = database.getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from audit_head for update");
            waiting.add(test.record.keeping(test.dossier(RecordId.next(), List.of()), List.of()));
            waiting.add(test.record.keeping(test.dossier(first.id(), List.of()), List.of()));
            waiting.add(test.record.keeping(test.dossier(RecordId.next(), List.of()), List.of()));
            waiting.add(test.record.keeping(test.dossier(RecordId.next(), List.of()), List.of()));
            blocker.rollback();
        }
        waiting.get(0).get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> waiting.get(1).get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(SQLException.class);
        waiting.get(2).get(20, TimeUnit.SECONDS);
        waiting.get(3).get(20, TimeUnit.SECONDS);
    }

    private static SourceAnswer mixedUp() {
        SourceAnswer answer = TestRecord.answer("tax", "{}", Verdict.REJECTED, Reason.OTHER_CITIZEN);
        return new SourceAnswer(
                answer.agency(),
                answer.verdict(),
                answer.reason(),
                null,
                1,
                answer.facts(),
                answer.evidence(),
                List.of(),
                "c3".repeat(32),
                null);
    }

    @Test
    void a_mix_up_is_kept_with_its_dossier_before_it_in_the_chain() throws Exception {
        UUID id = RecordId.next();
        test.record.keep(test.dossier(id, List.of(mixedUp())), List.of(mixedUp()));
        assertThat(test.jdbc.queryForList("select entry ->> 'kind' from audit order by sequence", String.class))
                .containsExactly("MIX_UP", "DOSSIER");
        assertThat(test.jdbc.queryForObject("select count(distinct xmin::text) from audit", Integer.class))
                .as("in one transaction")
                .isEqualTo(1);
        assertThat(test.check(database).wrong()).isEmpty();
    }

    @Test
    void a_dossier_that_the_database_refuses_leaves_no_mix_up() {
        RecordedDossier first = test.keep();
        assertThatThrownBy(() -> test.record.keep(test.dossier(first.id(), List.of(mixedUp())), List.of(mixedUp())))
                .isInstanceOf(DataAccessException.class);
        assertThat(test.jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'kind' = 'MIX_UP'", Integer.class))
                .isZero();
    }

    @Test
    void refused_answers_from_before_they_had_a_class_go_to_who_may_see_them_and_to_nobody_else() {
        UUID id = RecordId.next();
        SourceAnswer used = TestRecord.answer("pensions", "<answer/>");
        SourceAnswer refused = TestRecord.answer("tax", "{\"of\":\"somebody else\"}");
        String rows = "{\"dossierId\":\"" + id + "\",\"sources\":[" + row(used, "ANSWERED") + ","
                + row(refused, "REJECTED") + "]}";
        RecordedDossier like = test.dossier(id, List.of(used));
        test.record.keep(
                new RecordedDossier(
                        id,
                        like.assembledAt(),
                        like.requester(),
                        like.official(),
                        like.caseRef(),
                        like.service(),
                        rows.getBytes(StandardCharsets.UTF_8),
                        like.jws(),
                        null,
                        like.about()),
                List.of(used, refused));
        assertThat(new EvidenceReader(test.jdbc, test.bodies).used(id))
                .extracting(KeptEvidence::agency)
                .containsExactly("pensions");
        assertThat(new RefusedEvidence(test.jdbc, test.record, test.commit, test.entries)
                        .handOut(id, "audit-office", "s.auditor")
                        .orElseThrow()
                        .at("/refused/0/evidence/0")
                        .has("bytes"))
                .isTrue();
    }

    private static String row(SourceAnswer answer, String verdict) {
        return "{\"agency\":\"" + answer.agency() + "\",\"verdict\":\"" + verdict + "\",\"evidence\":[{\"id\":\""
                + answer.evidence().get(0).id() + "\",\"digest\":\""
                + answer.evidence().get(0).digest() + "\"}]}";
    }

    @Test
    void what_is_replayed_is_of_answers_that_were_used() {
        UUID id = RecordId.next();
        List<SourceAnswer> answers = List.of(TestRecord.answer("pensions", "<answer/>"), mixedUp());
        test.record.keep(test.dossier(id, answers), answers);
        assertThat(new EvidenceReader(test.jdbc, test.bodies).used(id))
                .extracting(KeptEvidence::agency)
                .doesNotContain("tax");
    }

    @Test
    void eachDayHasItsPartitionAndItsKeys() {
        long day = 24L * 3600 * 1000;
        test.keep(RecordId.at(System.currentTimeMillis() - day));
        test.keep();
        assertThat(test.jdbc.queryForObject("select count(distinct tableoid) from dossier", Long.class))
                .isEqualTo(2);
        assertThat(test.jdbc.queryForObject("select count(distinct wrapped) from data_key", Long.class))
                .isEqualTo(6);
    }

    @Test
    void what_the_database_rolled_back_for_anothers_sake_is_written_again_and_harms_nobody_else() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> victim = test.commit.submit(Unit.of(
                AuditEntry.act("dost-centre-1", "a.quliyeva", "opened", UUID.randomUUID(), null), connection -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new SQLException("deadlock detected", "40P01");
                    }
                    return true;
                }));
        RecordedDossier other = test.keep();
        assertThat(victim.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tries).hasValue(3);
        assertThat(test.record.find(other.id(), "dost-centre-1")).isPresent();
    }
}
