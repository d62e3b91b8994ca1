package az.dost.vahid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Heart;
import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three gateways behind haproxy, PostgreSQL with a synchronous standby and a pair of brokers, while clerks look up, a
 * register publishes, an office asks in bulk and a partner sends work.files. What can be killed is killed, and what
 * must hold is looked at when the work has ended.
 */
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ClusterIT {
    @TempDir
    private static Path folder;

    private static RunningCluster cluster;
    private static ClusterWork work;

    @BeforeAll
    static void start() throws IOException {
        cluster = new RunningCluster(folder);
        work = new ClusterWork(cluster);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        if (work != null) {
            System.out.println("What clients of the cluster saw: " + work.tally);
            work.subscriber.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void a_gateway_that_is_killed_is_missed_by_nobody() {
        for (String gateway : cluster.gateways()) {
            work.goesOn("before the kill of " + gateway);
            work.tally.phase(gateway + " killed");
            cluster.tell("kill " + gateway);
            work.goesOn(gateway + " killed");
            cluster.tell("start " + gateway);
        }
    }

    @Test
    @Order(2)
    void a_gateway_that_is_rolled_ends_what_it_has_and_is_missed_by_nobody() {
        for (String gateway : cluster.gateways()) {
            work.tally.phase(gateway + " rolled");
            assertThat(cluster.tell("roll " + gateway).path("byItself").asBoolean())
                    .as(gateway + " ends by itself")
                    .isTrue();
            work.goesOn(gateway + " is back");
        }
    }

    @Test
    @Order(3)
    void a_gateway_that_is_frozen_holds_nobody_up() {
        String gateway = cluster.gateways().get(1);
        work.tally.phase(gateway + " frozen");
        cluster.tell("freeze " + gateway);
        try {
            work.goesOn(gateway + " frozen");
        } finally {
            cluster.tell("thaw " + gateway);
        }
        cluster.tell("settled");
    }

    @Test
    @Order(4)
    void the_primary_is_killed_and_its_standby_goes_on() {
        String primary = cluster.tell("status").path("primary").asText();
        work.tally.phase("primary killed");
        cluster.tell("kill " + primary);
        work.goesOn("primary killed");
        cluster.tell("start " + primary);
        assertThat(cluster.tell("settled").path("primary").asText()).isNotEqualTo(primary);
        work.goesOn("the other primary");
    }

    @Test
    @Order(5)
    void the_broker_is_killed_and_lookups_do_not_notice() {
        String broker = cluster.tell("status").path("broker").asText();
        int before = work.subscriber.taken.get();
        work.tally.phase("broker killed");
        cluster.tell("kill " + broker);
        work.goesOn("broker killed");
        Awaitility.await("events over the other broker")
                .atMost(ClusterWork.LONGEST)
                .until(() -> work.subscriber.taken.get() > before + ClusterWork.PROGRESS);
        cluster.tell("start " + broker);
        cluster.tell("settled");
        work.goesOn("both brokers are there");
    }

    private static long anchored() throws IOException {
        try (Stream<Path> anchors = Files.list(cluster.anchors())) {
            return anchors.count();
        }
    }

    @Test
    @Order(6)
    void anchors_that_are_away_stop_nothing_and_are_made_later() throws IOException {
        long before = anchored();
        work.tally.phase("anchors away");
        cluster.tell("away anchors");
        try {
            work.goesOn("anchors away");
        } finally {
            cluster.tell("back anchors");
        }
        Awaitility.await("anchors").atMost(ClusterWork.LONGEST).until(() -> anchored() > before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record.key", "person.key"})
    @Order(7)
    void a_member_with_another_key_does_not_join_and_says_why_in_one_line(String key) {
        work.tally.phase("a member with another " + key);
        JsonNode ended = cluster.tell("member " + key);
        assertThat(ended.path("joined").asBoolean()).as(ended.toString()).isFalse();
        assertThat(ended.path("exit").asInt(-1)).as(ended.toString()).isEqualTo(StartException.WRONG);
        assertThat(ended.path("said")).as(ended.toString()).hasSize(1);
        work.goesOn("after a member with another " + key);
    }

    @Test
    @Order(8)
    void misuse_that_is_spread_over_the_gateways_is_found_while_it_goes_on() throws Exception {
        SpreadMisuse spread = new SpreadMisuse(cluster);
        String official = spread.lookups();
        // What gateways saw is known to all of them half a second later: a rule that was broken within that time is
        // told of at the next lookup.
        Awaitility.await("a hit of the rule")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    spread.oneMore(official);
                    return cluster.database()
                                    .queryForObject(
                                            "select count(*) from misuse_hit where rule = 'faster-than-a-person' and official = ?",
                                            Integer.class,
                                            official)
                            > 0;
                });
    }

    @Test
    @Order(9)
    void misuse_that_is_spread_is_refused_by_each_gateway_once_it_is_found() throws Exception {
        assertThat(new SpreadMisuse(cluster).afterUnknownCitizens())
                .as("answers of all gateways to the official who tries out numbers")
                .containsOnly(403);
    }

    @Test
    @Order(9)
    void a_gateway_whose_record_writer_was_killed_ends_and_is_missed_by_nobody() throws IOException {
        String gateway = cluster.gateways().get(1);
        JsonNode part = cluster.tell("status").path("parts").path(gateway);
        work.tally.phase("record-writer killed");
        long before = System.nanoTime();
        StoppingAgent.stop(part.path("pid").asLong(), "record-writer", folder);
        Awaitility.await("the end of a gateway without its heart")
                .atMost(ClusterWork.LONGEST)
                .until(() -> cluster.tell("status")
                                .path("parts")
                                .path(gateway)
                                .path("exit")
                                .asInt()
                        == Heart.EXIT_CODE);
        System.out.println("A gateway whose record-writer was killed ended after "
                + Duration.ofNanos(System.nanoTime() - before).toMillis() + " ms");
        assertThat(Files.readString(Path.of(part.path("log").asText()))).contains("record-writer has stopped");
        work.goesOn("record-writer killed");
        cluster.tell("start " + gateway);
    }

    @Test
    @Order(9)
    void a_gateway_of_the_version_before_shares_the_work_until_the_tables_do_not_allow_it() throws Exception {
        work.tally.phase("a gateway of the version before");
        new BadNeighbours(cluster).formerVersion();
        work.goesOn("after a gateway of the version before");
    }

    @Test
    @Order(9)
    void a_table_of_our_own_that_is_away_is_no_agencys_fault() throws Exception {
        work.tally.phase("own table away");
        new BadNeighbours(cluster).ownTableAway();
        work.goesOn("own table back");
    }

    @Test
    @Order(9)
    void a_broker_that_refuses_the_login_is_told_so_and_lookups_go_on() {
        work.tally.phase("a broker that refuses");
        new BadNeighbours(cluster).brokerThatRefuses();
    }

    @Test
    @Order(9)
    void keys_are_changed_and_nobody_notices() throws IOException {
        new RotatedKeys(cluster, work).change();
    }

    @Test
    @Order(10)
    void all_work_comes_to_its_end() throws InterruptedException {
        work.tally.phase("the end");
        cluster.tell("settled");
        work.end();
        assertThat(work.bulk.completed).as("bulk lookups that were completed").hasPositiveValue();
    }

    @Test
    @Order(11)
    void every_answer_is_in_the_record() {
        List<String> recorded = cluster.database()
                .queryForList("select id::text from audit where entry ->> 'kind' = 'DOSSIER'", String.class);
        assertThat(work.lookups.stream().flatMap(load -> load.dossiers.keySet().stream()))
                .as("of " + work.answered() + " answers")
                .isSubsetOf(recorded);
        assertThat(work.bulk.dossiers).isSubsetOf(recorded);
    }

    @Test
    @Order(11)
    void each_event_came_once_and_in_its_order() {
        Awaitility.await("the last event")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(ClusterWork.LONGEST)
                .untilAsserted(() -> assertThat(work.subscriber.missing(work.events.published.get()))
                        .as(() -> "did not come; " + EventPlaces.now(cluster))
                        .isEmpty());
        assertThat(work.subscriber.wrong).isEmpty();
        assertThat(work.subscriber.taken).hasValue(work.events.published.get());
        assertThat(cluster.database().queryForObject("select count(*) from dead_letter", Integer.class))
                .as("dead letters")
                .isZero();
    }

    @Test
    @Order(11)
    void each_row_of_each_batch_is_answered_once() {
        assertThat(work.bulk.wrong).isEmpty();
        assertThat(work.bulk.dossiers).doesNotHaveDuplicates();
    }

    @Test
    @Order(11)
    void each_file_came_once() throws IOException {
        Awaitility.await("the last file")
                .atMost(ClusterWork.LONGEST)
                .until(() -> work.files.arrived().size() >= work.files.sent.get());
        assertThat(work.files.arrived().values()).hasSize(work.files.sent.get()).containsOnly(1L);
    }

    @Test
    @Order(11)
    void no_agency_was_asked_faster_than_was_promised() throws Exception {
        assertThat(new AskedAgencies(cluster).fastest())
                .as("requests in ten seconds, by agency")
                .isNotEmpty()
                .allSatisfy(
                        (agency, requests) -> assertThat(requests).as(agency).isLessThanOrEqualTo(1_100));
    }

    @Test
    @Order(12)
    void no_client_saw_anything_but_answers_and_refusals_that_say_when_to_come_again() {
        assertThat(work.tally.faults()).isEmpty();
    }

    @Test
    @Order(13)
    void the_record_holds_with_its_anchors() {
        JsonNode verified = cluster.tell("verify");
        assertThat(verified.path("exit").asInt(-1))
                .as(verified.path("said").toString())
                .isZero();
    }

    @Test
    @Order(13)
    void a_gateway_waits_for_a_late_database_and_is_ready_without_another_start() {
        new BadNeighbours(cluster).lateDatabase();
    }

    @Test
    @Order(13)
    void a_gateway_waits_for_the_standby_that_commits_must_wait_for() {
        new BadNeighbours(cluster).absentStandby();
    }

    @Test
    @Order(14)
    void after_a_restore_a_signed_entry_says_what_is_missing_and_the_record_goes_on() throws Exception {
        new RestoredCluster(cluster).run();
    }
}
