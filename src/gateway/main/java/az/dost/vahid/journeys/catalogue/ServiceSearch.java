package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.journeys.catalogue.search.FoundServices;
import az.dost.vahid.journeys.catalogue.search.Synonyms;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.wordbook.AzerbaijaniOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which services fit what was asked, and in which order. Every search for a service, wherever it was typed, ends here.
 */
final class ServiceSearch {
    /** Members of a question, which are parameters too. */
    static final Set<String> ASKED = Set.of("text", "family", "channel", "audience", "status", "sort");

    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private final CatalogueServices services;
    private final Supplier<Choices> choices;
    private final StandingIndex index;

    /**
     * A row for each service that fits.
     *
     * @param near where nothing was found by a text: words that look like it and find something
     */
    record Found(List<CatalogueService> services, List<FoundServices.NearWord> near) {}

    ServiceSearch(CatalogueServices services, Supplier<Choices> choices, Supplier<Synonyms> synonyms) {
        this.services = services;
        this.choices = choices;
        this.index = new StandingIndex(services, choices, synonyms);
    }

    /**
     * @param asked by the name of a parameter what stands there; null for one that does not
     * @throws ProblemException FIELD_INVALID, naming the parameter
     */
    Found of(Function<String, String> asked) {
        String family = choice(asked, "family", "passport.family");
        String channel = choice(asked, "channel", "passport.channel");
        String audience = choice(asked, "audience", "passport.person");
        String status = choice(asked, "status", "catalogue.services.status");
        String sort = choice(asked, "sort", "catalogue.Sort");
        String text = text(asked.apply("text"));
        List<CatalogueService> all = services.all();
        FoundServices found = text == null ? null : index.now().find(text);
        List<CatalogueService> fitting = (found == null ? all : ranked(all, found.codes()))
                .stream()
                        .filter(service -> family == null || family.equals(service.family()))
                        .filter(service -> channel == null || service.channels().contains(channel))
                        .filter(service ->
                                audience == null || service.audience().contains(audience))
                        .filter(service ->
                                status == null || status.equals(service.listed().status()))
                        .toList();
        return new Found(
                sort == null ? fitting : fitting.stream().sorted(order(sort)).toList(),
                found == null ? List.of() : found.near());
    }

    private String choice(Function<String, String> asked, String parameter, String group) {
        return choices.get().of(asked.apply(parameter), parameter, group);
    }

    private static List<CatalogueService> ranked(List<CatalogueService> all, List<String> codes) {
        Map<String, CatalogueService> byCode =
                all.stream().collect(Collectors.toMap(CatalogueService::code, Function.identity()));
        return codes.stream().filter(byCode::containsKey).map(byCode::get).toList();
    }

    /** Null for none. */
    private static String text(String asked) {
        if (asked == null) {
            return null;
        }
        String text = asked.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "text", "It must have " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return text;
    }

    /** By name, those without one in the language come last, by the name that they have. */
    private static Comparator<CatalogueService> order(String sort) {
        if (sort.equals("CODE")) {
            return Comparator.comparing(CatalogueService::code);
        }
        String language = sort.equals("AZ") ? "az" : "en";
        Comparator<String> names =
                language.equals("az") ? AzerbaijaniOrder.comparator() : String.CASE_INSENSITIVE_ORDER;
        return Comparator.comparing(
                        (CatalogueService service) -> !service.title().has(language))
                .thenComparing(
                        service -> service.title()
                                .path(service.title().has(language) ? language : language.equals("az") ? "en" : "az")
                                .asText(),
                        names)
                .thenComparing(CatalogueService::code);
    }
}
