package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.quality.TicketJob;
import az.dost.vahid.mock.issuer.RunningIssuer;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.Address;
import az.dost.vahid.pages.visit.Desk;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.ScriptedGateway;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.pages.visit.Walk;
import az.dost.vahid.pages.web.Area;
import az.dost.vahid.pages.web.PublicAddress;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody of the demonstration follows every link that he is shown, at the running gateway; each kind of page is
 * looked at in both languages.
 */
@Tag("pages")
class WalkTest {
    private static final RunningPages PAGES = RunningPages.real();
    private static final Set<Address> SEEN = new LinkedHashSet<>();
    private static final Set<String> PICTURED = new TreeSet<>();

    /** So that lists and counts have something to show. */
    @BeforeAll
    static void some_lookups_and_partners() {
        RealApplicant.applies("Office that waits").proposed("walk-waits");
        RealApplicant.confirmed(RealApplicant.applies("Office that came in").proposed("walk-came-in"));
        try (Visit clerk = new Visit(PAGES).login("a.mammadova");
                FaultSwitch faults = RunningVahid.get().faults()) {
            new Desk(clerk)
                    .ask(Personas.WAR_VETERAN.fin(), "ccu-intake", "WALK/1")
                    .answered();
            RunningVahid.get().connectors().stream()
                    .limit(2)
                    .forEach(agency -> faults.set(agency.id(), Fault.HTTP_500));
            new Desk(clerk)
                    .ask(Personas.MARTYRS_WIDOW.fin(), "ccu-intake", "WALK/2")
                    .answered();
            faults.close();
            new Desk(clerk)
                    .ask(Personas.DEAD_AND_ALIVE.fin(), "ccu-intake", "WALK/3")
                    .answered();
            RunningVahid.get().bean(TicketJob.class).run();
        }
    }

    static List<String> people() {
        return RunningIssuer.people();
    }

    @ParameterizedTest
    @MethodSource("people")
    void each_page_that_a_link_leads_to_is_as_it_should_be(String person) {
        Map<String, Address> titles = new TreeMap<>();
        Map<Address, String> first = new LinkedHashMap<>();
        Map<String, String> places = new TreeMap<>();
        try (Visit visit = new Visit(PAGES).login(person)) {
            Walk walk = new Walk(PAGES, visit);
            SEEN.addAll(walk.each(kind -> {
                        look(visit, kind);
                        String title = visit.page().title();
                        first.putIfAbsent(kind, visit.page().url());
                        places.putIfAbsent(title, place(visit.page().url()));
                        assertThat(titles.putIfAbsent(title, kind))
                                .as("whose title %s is, beside %s", title, kind)
                                .isIn(null, kind);
                    })
                    .seen());
            haveTwoTitles(visit, walk, first, places);
            visit.noticedNothing();
        }
    }

    static List<Address> doors() {
        return Address.all(PAGES).stream()
                .filter(address -> address.page() && address.method().equals("GET") && PublicAddress.is(address.path()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_page_for_everybody_is_as_it_should_be(Address door) {
        try (Visit stranger = new Visit(PAGES)) {
            stranger.open(door.path());
            SEEN.add(door);
            look(stranger, door);
        }
    }

    private static void look(Visit visit, Address kind) {
        boolean first = PICTURED.add(kind.name());
        for (String language : List.of("az", "en")) {
            visit.in(language);
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(visit.page().locator("h1").count())
                    .as("headings of %s", kind)
                    .isEqualTo(1);
            visit.isAccessible().isNotTooWide();
            if (first) {
                visit.documented()
                        .isPrintable(kind.name() + "-" + language)
                        .isReadableTwiceAsLarge()
                        .isReadableOnAPhone()
                        .isReadableFourTimesAsLarge();
            }
        }
        visit.in("az");
        visit.noticedNothing();
    }

    private static String place(String url) {
        return url.replaceFirst("[?#].*", "");
    }

    /** Another thing of a kind that was seen has a title of its own: whoever has both open tells them apart. */
    private static void haveTwoTitles(Visit visit, Walk walk, Map<Address, String> first, Map<String, String> places) {
        first.forEach((kind, url) -> walk.another(kind, url).ifPresent(another -> {
            visit.page().navigate(another);
            if (walk.shows(kind)) {
                assertThat(places.getOrDefault(visit.page().title(), another))
                        .as("whose title that of %s is", another)
                        .isEqualTo(another);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_script_in_whatever_the_gateway_says_is_a_text(String person) {
        try (ScriptedGateway scripted = new ScriptedGateway(RunningVahid.get().address());
                ScriptedGateway operations = new ScriptedGateway(
                        "http://localhost:" + RunningVahid.get().managementPort());
                RunningPages pages = RunningPages.elsewhere(
                        scripted.address(),
                        RunningVahid.get().issuer(),
                        "--vahid.pages.operations=" + operations.address());
                Visit visit = new Visit(pages).login(person)) {
            new Walk(pages, visit).each(kind -> {
                assertThat(visit.page().evaluate("() => window.scripted"))
                        .as(kind.toString())
                        .isNull();
                assertThat(visit.page().locator("img[src=x], script:not([src])").count())
                        .as(kind.toString())
                        .isZero();
                visit.noticedNothing();
            });
        }
    }

    @AfterAll
    static void every_area_was_seen() throws IOException {
        List<String> missed = Address.all(PAGES).stream()
                .filter(address -> address.page() && address.method().equals("GET") && !SEEN.contains(address))
                .map(Address::toString)
                .toList();
        Files.write(Path.of("target/pages/not-reached.txt"), missed);
        assertThat(SEEN.stream().map(address -> address.pattern().getPatternString()))
                .containsAll(PAGES.beans(Area.class).stream().map(Area::path).toList());
    }
}
