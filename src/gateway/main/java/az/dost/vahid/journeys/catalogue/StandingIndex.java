package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.journeys.catalogue.search.SearchableService;
import az.dost.vahid.journeys.catalogue.search.ServiceIndex;
import az.dost.vahid.journeys.catalogue.search.Synonyms;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.list.ServiceList;
import az.dost.vahid.wordbook.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What services of the catalogue are found by, made when somebody searches, and again when the catalogue has changed.
 */
final class StandingIndex {
    private static final String LETTERS_OF_AZERBAIJANI = "əğıöüçşƏĞİÖÜÇŞ";
    private final CatalogueServices services;
    private final Supplier<Choices> choices;
    private final Supplier<Synonyms> synonyms;
    private volatile Made made;

    private record Made(ServiceList of, ServiceIndex index) {}

    StandingIndex(CatalogueServices services, Supplier<Choices> choices, Supplier<Synonyms> synonyms) {
        this.services = services;
        this.choices = choices;
        this.synonyms = synonyms;
    }

    ServiceIndex now() {
        Made last = made;
        return last != null && last.of() == services.list() ? last.index() : make();
    }

    private synchronized ServiceIndex make() {
        ServiceList list = services.list();
        if (made == null || made.of() != list) {
            made = new Made(
                    list,
                    new ServiceIndex(
                            services.all().stream().map(this::searchable).toList(), synonyms.get()));
        }
        return made.index();
    }

    private SearchableService searchable(CatalogueService service) {
        Word family = choices.get().word("passport.family", service.family());
        List<String> az = new ArrayList<>(texts(service.title(), "az"));
        List<String> en = new ArrayList<>(texts(service.title(), "en"));
        String named = service.listed().named().path("as").asText();
        if (!named.isEmpty()) {
            (named.chars().anyMatch(letter -> LETTERS_OF_AZERBAIJANI.indexOf(letter) >= 0) ? az : en).add(named);
        }
        return new SearchableService(
                service.code(),
                service.officialId() == null ? List.of(service.code()) : List.of(service.code(), service.officialId()),
                az,
                en,
                more(service, "az", family.az(), Passport.Title::az),
                more(service, "en", family.en(), Passport.Title::en));
    }

    private static List<String> more(
            CatalogueService service, String language, String family, Function<Passport.Title, String> name) {
        List<String> more = new ArrayList<>(List.of(family));
        for (String member : List.of("steps", "refusalGrounds", "units")) {
            service.description().path(member).forEach(text -> more.addAll(texts(text, language)));
        }
        service.papers().forEach(paper -> more.add(name.apply(paper.title())));
        return more;
    }

    private static List<String> texts(JsonNode words, String language) {
        return words.hasNonNull(language) ? List.of(words.path(language).asText()) : List.of();
    }
}
