package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.mock.planted.PlantedPopulation;
import az.dost.vahid.rights.Basis;
import az.dost.vahid.rights.RightCase;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.sources.agency.Paces;
import az.dost.vahid.whole.AlteredReplies;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.jdbc.core.JdbcTemplate;

/** One gateway of which all cases are asked, day by day: only what a right's day is goes by the case. */
final class AskedCases implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final Day day = new Day();
    private final RunningVahid vahid;
    private final PostedCases posted;
    private final Map<String, PlantedCase> planted = new TreeMap<>();
    private final Map<String, UUID> events = new HashMap<>();

    /**
     * What became of a case.
     *
     * @param outcome that is kept; NOBODY where the person was not looked at
     * @param found what the conditions come to by the dossiers that are kept; empty where no law holds that day
     * @param offer its text
     */
    record Answer(String outcome, Optional<ObjectNode> found, Optional<JsonNode> offer, String states) {}

    AskedCases() {
        vahid = RunningVahid.another(
                context -> context.addBeanFactoryPostProcessor(this::byTheDay),
                "--vahid.events.retry.rights.attempts=1",
                // By the clock of the database the day after a case's is over: it would be looked at again and again.
                "--vahid.rights.birthdays-within=PT0S",
                "--vahid.rights.every-ms=100");
        posted = new PostedCases(vahid);
    }

    /** Has the rights' own run go by the day of this test. */
    private void byTheDay(ConfigurableListableBeanFactory beans) {
        DefaultListableBeanFactory registry = (DefaultListableBeanFactory) beans;
        registry.removeBeanDefinition("rightRun");
        registry.registerBeanDefinition(
                "rightRun",
                new RootBeanDefinition(
                        RightRun.class,
                        () -> new RightRun(
                                beans.getBean(Rights.class),
                                beans.getBean(Intents.class),
                                beans.getBean(Findings.class),
                                beans.getBean(BackgroundLookups.class),
                                beans.getBean(LookingRequester.class),
                                beans.getBean(Paces.class),
                                beans.getBean(OfferSettings.class),
                                day)));
    }

    /** Why a case cannot be asked; empty for one that can. */
    Optional<String> not(RightCase one) {
        return NotAsked.of(one, vahid.bean(Rights.class), vahid.connectors());
    }

    /** Returns once each has been looked at, or its time is over. */
    void ask() {
        Map<String, String> left = NotAsked.written();
        Map<LocalDate, List<PlantedCase>> days = new TreeMap<>();
        List<RightCase> all = RightCase.all();
        try (AlteredReplies replies = vahid.replies()) {
            for (int i = 0; i < all.size(); i++) {
                if (!left.containsKey(all.get(i).toString())) {
                    PlantedCase one = new PlantedCase(all.get(i), i);
                    one.plant(replies);
                    planted.put(all.get(i).toString(), one);
                    days.computeIfAbsent(all.get(i).day(), on -> new ArrayList<>())
                            .add(one);
                }
            }
            days.forEach(this::ask);
        }
    }

    private void ask(LocalDate on, List<PlantedCase> cases) {
        day.today = on;
        Map<Boolean, List<PlantedCase>> own = cases.stream()
                .collect(Collectors.partitioningBy(
                        one -> vahid.bean(Rights.class).own().contains(one.one().code())));
        own.get(true).stream()
                .collect(Collectors.groupingBy(one -> one.one().code()))
                .forEach((right, of) -> posted.look(right, of));
        own.get(false).forEach(one -> events.put(one.one().toString(), posted.happened(one)));
        Awaitility.await("cases of " + on)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> vahid.bean(JdbcTemplate.class)
                                .queryForObject(
                                        "select count(*) from right_intent"
                                                + " where state = 'WAITING' and next_at <= statement_timestamp()",
                                        Integer.class)
                        == 0);
    }

    private JdbcTemplate database() {
        return vahid.bean(JdbcTemplate.class);
    }

    Answer answer(RightCase one) {
        PlantedCase planted = this.planted.get(one.toString());
        String person = vahid.bean(PersonHash.class).of(planted.subject());
        String states = database()
                .queryForList(
                        "select state || ' ' || coalesce(code, '') from right_intent"
                                + " where person = ? and right_code = ?",
                        String.class,
                        person,
                        one.code())
                .toString();
        List<Evaluations.Evaluated> looks = vahid.bean(Evaluations.class).of(person, 100).stream()
                .filter(look -> look.right().equals(one.code()))
                .toList();
        if (looks.size() != 1) {
            return new Answer("NOBODY", Optional.empty(), Optional.empty(), states + looks);
        }
        Basis basis = new Basis(dossier(looks.get(0).dossier()), about(one), planted.event());
        return new Answer(
                looks.get(0).outcome(),
                vahid.bean(Rights.class).evaluate(one.code(), basis, one.day()),
                offer(person, one.code()),
                states);
    }

    private JsonNode dossier(UUID id) {
        return vahid.bean(BackgroundLookups.class).find(id, "rights").content();
    }

    /** The one on which the kin's right stands. */
    private JsonNode about(RightCase one) {
        return events.containsKey(one.toString())
                ? database()
                        .queryForList(
                                "select entry ->> 'dossier' from audit where entry ->> 'act' = 'right-evaluated'"
                                        + " and entry ->> 'event' = ? and entry ->> 'right' = ?"
                                        + " and entry ->> 'outcome' = 'KIN'",
                                String.class,
                                events.get(one.toString()).toString(),
                                one.code())
                        .stream()
                        .findFirst()
                        .map(id -> dossier(UUID.fromString(id)))
                        .orElse(MissingNode.getInstance())
                : MissingNode.getInstance();
    }

    private Optional<JsonNode> offer(String person, String right) {
        Offers offers = vahid.bean(Offers.class);
        return offers.of(person).stream()
                .filter(offer -> offer.right().equals(right) && offer.state() == Offer.State.OFFERED)
                .map(offer -> offers.text(offer).orElseThrow())
                .map(AskedCases::payload)
                .findFirst();
    }

    private static JsonNode payload(String jws) {
        try {
            return RightsSystem.JSON.readTree(JWSObject.parse(jws).getPayload().toString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        vahid.close();
        PlantedPopulation.clear();
    }

    /** Noon of a day in Baku. */
    private static final class Day extends Clock {
        private volatile LocalDate today = LocalDate.now(Baku.CLOCK);

        @Override
        public ZoneId getZone() {
            return Baku.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).atZone(Baku.ZONE).toInstant();
        }
    }
}
