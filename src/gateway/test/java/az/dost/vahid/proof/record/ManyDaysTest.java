package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.record.check.Moment;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * However many days the record has, a query locks the partitions of a few: PostgreSQL has some thousands of locks for
 * everybody.
 */
class ManyDaysTest {
    private static final int DAYS = 120;
    /** After so many uses of one statement PostgreSQL tries a plan for all days. */
    private static final int USES = 8;
    /** Of one day: three tables and their indexes, and the tables above them with theirs; and catalogues. */
    private static final int ONE_DAY = 30;
    /** 32 days of the chain, four locks each. */
    private static final int A_SPAN = 150;

    private static final String PERSON = "c3".repeat(32);
    private static final HikariDataSource DATABASE = RecordDatabase.create();
    private static TestRecord test;
    private static LockCount locks;
    private static RecordedDossier dossier;

    @BeforeAll
    static void fill(@TempDir Path keys) throws Exception {
        DATABASE.setMaximumPoolSize(8);
        test = new TestRecord(DATABASE, keys);
        for (int day = DAYS; day > 0; day--) {
            test.partitions.ready(RecordId.day(ago(day)));
        }
        keep(ago(DAYS), List.of());
        test.root();
        SourceAnswer mixedUp = TestRecord.answer("tax", "{}", Verdict.REJECTED, Reason.OTHER_CITIZEN);
        keep(
                RecordId.next(),
                List.of(new SourceAnswer(
                        mixedUp.agency(),
                        mixedUp.verdict(),
                        mixedUp.reason(),
                        null,
                        1,
                        mixedUp.facts(),
                        mixedUp.evidence(),
                        List.of(),
                        PERSON,
                        null)));
        dossier = test.keep();
        test.root();
        locks = new LockCount(DATABASE);
    }

    @AfterAll
    static void close() throws InterruptedException {
        test.close();
        DATABASE.close();
    }

    private static void keep(UUID id, List<SourceAnswer> answers) {
        RecordedDossier like = test.dossier(id, List.of());
        test.record.keep(
                new RecordedDossier(
                        id,
                        like.assembledAt(),
                        like.requester(),
                        like.official(),
                        like.caseRef(),
                        like.service(),
                        like.content(),
                        like.jws(),
                        null,
                        new RecordedDossier.About(PERSON, List.of(), false)),
                answers);
    }

    private static UUID ago(int days) {
        return RecordId.at(System.currentTimeMillis() - Duration.ofDays(days).toMillis());
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(locks);
    }

    private static <T> T used(Supplier<T> query) {
        T result = query.get();
        for (int i = 1; i < USES; i++) {
            query.get();
        }
        return result;
    }

    @Test
    void a_dossier_is_found_in_its_day() {
        DossierRecord record =
                new DossierRecord(jdbc(), test.commit, test.bodies, null, test.digests, test.entries, test.unknown);
        assertThat(used(() -> record.find(dossier.id(), dossier.requester()))).isPresent();
        assertThat(locks.most()).isLessThan(ONE_DAY);
        assertThat(used(() -> record.evidence(dossier.id()))).hasSize(2);
        assertThat(used(() -> record.contents(List.of(dossier.id())))).hasSize(1);
        assertThat(used(() -> record.expired(dossier.id(), dossier.requester())))
                .isFalse();
        assertThat(locks.most()).isLessThan(ONE_DAY);
    }

    @Test
    void a_form_is_kept_in_its_day() throws Exception {
        RecordedDossier another = test.keep();
        try (TestRecord counted = new TestRecord(locks, test.keysFolder)) {
            locks.most();
            used(() -> counted.record.keepXml(another.id(), "<dossier/>".getBytes(StandardCharsets.UTF_8)));
            assertThat(locks.most()).isLessThan(ONE_DAY);
        }
    }

    @Test
    void a_citizens_page_looks_into_some_days_at_a_time_and_finds_what_is_old() {
        Trail trail = new Trail(jdbc(), new Receipts(jdbc(), test.digests), test.entries, Clock.systemUTC());
        assertThat(used(() -> trail.of(PERSON, null, 10).rows()))
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.receipt()).isNotNull());
        assertThat(used(() -> trail.withheld(PERSON, Instant.now()))).isZero();
        assertThat(used(() -> new MixUps(jdbc(), new Receipts(jdbc(), test.digests), test.entries, Clock.systemUTC())
                        .of(PERSON, null, Instant.now(), 10)
                        .rows()))
                .hasSize(1);
        assertThat(locks.most()).isBetween(ONE_DAY, A_SPAN);
    }

    @Test
    void a_root_is_signed_from_the_days_since_the_last_one() {
        AuditRoots roots = new AuditRoots(jdbc(), test.signer, test.digests, test.entries);
        used(() -> {
            test.keep();
            roots.sign();
            return 0;
        });
        assertThat(locks.most()).isLessThan(2 * ONE_DAY);
        RecordedDossier newest = test.keep();
        roots.sign();
        assertThat(used(() -> new Receipts(jdbc(), test.digests).of(newest.id())))
                .isPresent();
        assertThat(locks.most()).isLessThan(2 * ONE_DAY);
    }

    @Test
    void the_whole_is_checked_a_day_at_a_time() {
        AtomicInteger most = new AtomicInteger();
        try (Moment moment = new Moment(DATABASE)) {
            JdbcTemplate jdbc = moment.jdbc();
            assertThat(test.check(jdbc.getDataSource(), null, () -> {
                                most.accumulateAndGet(
                                        jdbc.queryForObject(
                                                "select count(*) from pg_locks where pid = pg_backend_pid() and locktype = 'relation'",
                                                Integer.class),
                                        Math::max);
                                moment.letGo();
                            })
                            .wrong())
                    .isEmpty();
        }
        assertThat(most.get()).isLessThan(2 * ONE_DAY);
    }

    @Test
    void bodies_are_deleted_in_their_day() {
        new Retention(
                        jdbc(),
                        test.commit,
                        test.keys,
                        test.partitions,
                        Map.of(DataClass.DOSSIER, Period.ofDays(DAYS / 2)),
                        Clock.systemUTC())
                .apply();
        assertThat(test.jdbc.queryForObject("select count(*) from dossier where content is null", Integer.class))
                .isOne();
        assertThat(locks.most()).isLessThan(ONE_DAY);
    }
}
