package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.wordbook.AlikeLetters;
import az.dost.vahid.wordbook.AzerbaijaniOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** Which services fit a request, and in which order. */
final class ServiceSearch {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    private final Choices choices;

    ServiceSearch(Choices choices) {
        this.choices = choices;
    }

    /** @throws ProblemException FIELD_INVALID, naming the parameter */
    List<CatalogueService> of(Exchange exchange, List<CatalogueService> all) {
        String family = choices.of(exchange, "family", "passport.family");
        String channel = choices.of(exchange, "channel", "passport.channel");
        String audience = choices.of(exchange, "audience", "passport.person");
        String status = choices.of(exchange, "status", "catalogue.services.status");
        String sort = choices.of(exchange, "sort", "catalogue.sort");
        List<String> words = words(exchange.getMessage().getHeader("text", String.class));
        Stream<CatalogueService> found = all.stream()
                .filter(service -> family == null || family.equals(service.family()))
                .filter(service -> channel == null || service.channels().contains(channel))
                .filter(service -> audience == null || service.audience().contains(audience))
                .filter(service ->
                        status == null || status.equals(service.listed().status()))
                .filter(service -> words.stream().allMatch(text(service)::contains));
        return (sort == null || "CODE".equals(sort) ? found : found.sorted(order(sort))).toList();
    }

    private static List<String> words(String text) {
        if (text == null) {
            return List.of();
        }
        String words = text.strip();
        if (words.length() < SHORTEST
                || words.length() > LONGEST
                || words.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.FIELD_INVALID, "text", "It must have " + SHORTEST + " to " + LONGEST + " characters.");
        }
        return List.of(AlikeLetters.of(words).split("\\s+"));
    }

    private static String text(CatalogueService service) {
        return AlikeLetters.of(String.join(
                "\n",
                service.code(),
                service.officialId() == null ? "" : service.officialId(),
                service.title().path("az").asText(),
                service.title().path("en").asText(),
                service.listed().named().path("as").asText()));
    }

    /** Those without a name in the language come last, by the name that they have. */
    private static Comparator<CatalogueService> order(String sort) {
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
