package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.Official;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.access.TestRequester;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is not granted is refused, for any requester, service, facts and official; read off the passports' files
 * themselves.
 */
class DenyByDefaultPropertiesTest {
    private static final Decisions DECISIONS = new Decisions();
    private static final Map<String, List<String>> PASSPORTS = passports();
    private static final List<String> OFFICIALS = List.of("a.b", "c.d", "e.f");
    private static final List<String> SERVICES = Stream.concat(
                    PASSPORTS.keySet().stream(), Stream.of("no-such-service", "ccu"))
            .toList();

    record Ask(String service, Set<String> facts, String official) {}

    @Property(tries = 3000)
    void facts_are_given_exactly_where_every_grant_is_there(
            @ForAll("requesters") Requester requester, @ForAll("asks") Ask ask) {
        boolean granted = granted(requester, ask);
        String outcome = DECISIONS.outcome(requester, ask.service, ask.facts, ask.official);
        if (granted) {
            assertThat(Set.of(outcome.split(" "))).isEqualTo(wanted(ask));
        } else {
            assertThat(outcome)
                    .matches(
                            "(SERVICE_UNKNOWN service|NOT_GRANTED (service|official|facts)|FACT_NOT_IN_SERVICE facts)");
        }
    }

    @Property(tries = 1000)
    void a_requester_without_any_grant_gets_nothing(@ForAll("asks") Ask ask) {
        Requester none = TestRequester.of("none", "None", "", Set.of(), null, null, null, false, null);
        assertThat(DECISIONS.outcome(none, ask.service, ask.facts, ask.official))
                .matches("(SERVICE_UNKNOWN|NOT_GRANTED) service");
    }

    /** Taking a grant away never gives more. */
    @Property(tries = 1000)
    void fewer_grants_never_give_more(@ForAll("requesters") Requester requester, @ForAll("asks") Ask ask) {
        Requester fewer = TestRequester.of(
                requester.id(),
                requester.name(),
                "",
                requester.services(),
                Set.of(),
                requester.officials(),
                Set.of(),
                false,
                Set.of());
        boolean given = Character.isLowerCase(
                DECISIONS.outcome(fewer, ask.service, ask.facts, ask.official).charAt(0));
        boolean before = Character.isLowerCase(DECISIONS
                .outcome(requester, ask.service, ask.facts, ask.official)
                .charAt(0));
        assertThat(given && !before).isFalse();
    }

    private static boolean granted(Requester requester, Ask ask) {
        Official official = requester.officials().get(ask.official);
        return PASSPORTS.containsKey(ask.service)
                && (requester.services().contains("*") || requester.services().contains(ask.service))
                && (requester.officials().isEmpty()
                        || official != null
                                && (official.services() == null
                                        || official.services().contains(ask.service)))
                && PASSPORTS.get(ask.service).containsAll(ask.facts)
                && wanted(ask).stream()
                        .filter(DECISIONS.facts.special()::contains)
                        .allMatch(fact -> requester.specialFacts().contains("*")
                                || requester.specialFacts().contains(fact));
    }

    private static Set<String> wanted(Ask ask) {
        return ask.facts.isEmpty() ? Set.copyOf(PASSPORTS.get(ask.service)) : ask.facts;
    }

    @Provide
    Arbitrary<Requester> requesters() {
        Arbitrary<Set<String>> services = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Set.of("*"))),
                Tuple.of(4, Arbitraries.of(SERVICES).set().ofMaxSize(40)));
        Arbitrary<Set<String>> special = Arbitraries.oneOf(
                Arbitraries.just(Set.of("*")),
                Arbitraries.of(DECISIONS.facts.special()).set());
        Arbitrary<Official> official = Arbitraries.of(SERVICES)
                .set()
                .ofMaxSize(40)
                .injectNull(0.5)
                .map(some -> new Official(some, null, null));
        Arbitrary<Map<String, Official>> officials =
                Arbitraries.maps(Arbitraries.of(OFFICIALS), official).ofMaxSize(2);
        return Combinators.combine(services, special, officials)
                .as((s, f, o) -> TestRequester.of("any", "Any", "", s, f, o, Set.of(), false, Set.of()));
    }

    @Provide
    Arbitrary<Ask> asks() {
        return Arbitraries.of(SERVICES).flatMap(service -> {
            List<String> likely = PASSPORTS.getOrDefault(service, List.of("identity"));
            Arbitrary<Set<String>> facts = Arbitraries.oneOf(
                    Arbitraries.of(likely).set().ofMaxSize(3),
                    Arbitraries.of(DECISIONS.facts.names()).set().ofMaxSize(2));
            return Combinators.combine(facts, Arbitraries.of(OFFICIALS)).as((f, o) -> new Ask(service, f, o));
        });
    }

    private static Map<String, List<String>> passports() {
        Map<String, List<String>> passports = new TreeMap<>();
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (var files = Files.list(Path.of("contracts/services"))) {
            for (Path file :
                    files.filter(name -> !name.endsWith("catalogue.yaml")).toList()) {
                JsonNode passport = yaml.readTree(file.toFile());
                List<String> facts = new ArrayList<>();
                passport.path("facts")
                        .forEach(fact -> facts.add(
                                fact.isTextual()
                                        ? fact.asText()
                                        : fact.path("fact").asText()));
                passports.put(passport.path("code").asText(), facts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(passports);
    }
}
