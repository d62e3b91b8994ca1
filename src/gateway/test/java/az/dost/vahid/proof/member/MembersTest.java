package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Several gateways on one database, as far as they know of each other. */
class MembersTest {
    private final String url = TestMember.database();
    private final TestMember one = new TestMember(url, "one");
    private final TestMember two = new TestMember(url, "two");
    private final TestMember three = new TestMember(url, "three");

    @AfterEach
    void close() {
        one.close();
        two.close();
        three.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    @Test
    void one_alone_has_everything() {
        assertThat(one.share.holds()).isFalse();
        one.started();
        assertThat(one.share.holds()).isTrue();
        assertThat(one.share.part()).isEqualTo(1);
    }

    @Test
    void who_joins_begins_when_the_others_have_made_room() {
        one.started();
        two.started();
        assertThat(two.share.part()).isEqualTo(0.5);
        assertThat(two.share.holds()).isTrue();
        // It has seen it; that it has also taken note may be some milliseconds later.
        await().until(() -> one.share.part() == 0.5);
        three.started();
        await().until(() -> one.share.of(100) + two.share.of(100) + three.share.of(100) == 100);
    }

    @Test
    void what_one_tells_of_itself_is_known_to_the_others() {
        two.told = new GatewayStatus(true, Map.of("tax", new GatewayStatus.Seen("OPEN", 3, null)));
        one.started();
        two.started();
        await().until(() -> one.members.living().stream().map(Member::told).anyMatch(two.told::equals));
        assertThat(one.members.living())
                .extracting(member -> member.told().ready())
                .containsExactlyInAnyOrder(null, true);
    }

    @Test
    @Tag("attack")
    void one_that_is_older_than_the_tables_allow_from_now_on_ends() {
        one.started();
        assertThat(one.stopped).isEmpty();
        new JdbcTemplate(new DriverManagerDataSource(url))
                .update("update member_rule set oldest_allowed = ?", TestMember.KNOWN_TABLES + 1);
        await().until(() -> one.stopped.contains("member"));
    }

    @Test
    void the_part_of_one_that_leaves_is_taken_over() {
        one.started();
        two.started();
        two.close();
        await().until(() -> one.share.part() == 1);
        assertThat(one.members.living()).extracting(Member::name).containsExactly("one");
    }

    @Test
    void the_part_of_one_that_was_killed_is_taken_over_and_not_before_it_has_stopped() {
        one.started();
        two.started();
        two.kill();
        await().until(() -> {
            boolean whole = one.share.part() == 1;
            assertThat(whole && two.share.holds()).as("both").isFalse();
            return whole;
        });
        assertThat(two.share.holds()).isFalse();
    }

    @Test
    void one_that_does_not_answer_is_waited_for_until_its_lease_is_over() {
        one.started();
        one.kill();
        two.started();
        assertThat(two.share.holds()).isTrue();
        assertThat(one.share.holds()).isFalse();
    }

    @Test
    void rows_that_nobody_renews_go_in_the_end() {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
        one.started();
        one.kill();
        jdbc.update("update member set lease_until = now() - interval '2 minutes'");
        two.started();
        await().untilAsserted(() -> assertThat(jdbc.queryForList("select name from member", String.class))
                .containsExactly("two"));
    }

    @Test
    void gateways_that_are_alike_are_up() {
        one.started();
        two.started();
        assertThat(new MemberHealth(one.members, 0).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new MemberHealth(one.members, 0).look()).isZero();
    }

    @Test
    void in_what_gateways_differ_is_a_warning_at_each_of_them_until_they_do_not() {
        two.versions.put("requesters", "cccccccccccc");
        one.started();
        two.started();
        MemberHealth health = new MemberHealth(one.members, 0);
        assertThat(health.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(new MemberHealth(two.members, 0).health().getStatus().getCode())
                .isEqualTo("WARNING");
        assertThat(health.health().getDetails()).containsOnlyKeys("requesters");
        assertThat(health.health().getDetails().get("requesters").toString())
                .contains("one (", "has aaaaaaaa", "two (", "has cccccccc");
        two.versions.put("requesters", "aaaaaaaaaaaa");
        await().until(() -> health.look() == 0);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void fewer_gateways_than_there_should_be_are_a_warning_for_as_long_as_that_lasts() {
        MemberHealth health = new MemberHealth(one.members, 2);
        one.started();
        assertThat(health.health().getDetails()).containsOnlyKeys("missing");
        two.started();
        await().until(() -> health.health().getStatus().equals(Status.UP));
        two.close();
        await().until(() -> health.health().getStatus().getCode().equals("WARNING"));
    }

    @Test
    void a_signing_key_that_only_some_have_is_told() {
        one.started();
        try (TestMember other = new TestMember(url, "other", "kid-2").started()) {
            assertThat(new MemberHealth(other.members, 0).health().getDetails()).containsOnlyKeys("signing key");
        }
    }

    /** As during each upgrade: it is told, and no alert comes of it. */
    @Test
    void another_build_is_told_and_not_counted() {
        one.started();
        try (TestMember other = new TestMember(url, "other", "kid-1", "1.0+5d57693c00").started()) {
            MemberHealth health = new MemberHealth(other.members, 0);
            assertThat(health.look()).isZero();
            assertThat(health.health().getDetails()).containsOnlyKeys("build");
            assertThat(health.health().getDetails().get("build").toString())
                    .contains("one (", "has 1.0+a2995805d1", "other (", "has 1.0+5d57693c00");
        }
    }

    @Test
    void what_an_older_gateway_does_not_know_does_not_differ() {
        two.versions.remove("connectors");
        one.started();
        two.started();
        assertThat(new MemberHealth(one.members, 0).look()).isZero();
    }

    @Test
    void what_clerks_of_one_ask_the_others_know() {
        one.started();
        two.started();
        await().until(() -> {
            for (int i = 0; i < 50; i++) {
                one.calls.add("cars");
            }
            return two.calls.left("cars", 100) < 50;
        });
        await().until(() -> two.calls.left("cars", 100) == 50);
    }
}
