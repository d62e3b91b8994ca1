package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.words.NamedService;
import az.dost.vahid.pages.words.Names;
import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The services that somebody may ask for, to be chosen from, and found by words. */
public final class ServiceFinder {
    private static final String ANY = "*";
    private final Names names;
    private final ServiceSearch search;

    /**
     * Services to choose from.
     *
     * @param found those that fit, in the order in which they do, or all in that of the alphabet
     * @param near where there is none: words that look like what was typed
     * @param byFamily where there is none: all that he may ask for, by the name of their family
     */
    public record Offer(
            List<NamedService> found, List<ServiceSearch.NearWord> near, Map<String, List<NamedService>> byFamily) {}

    ServiceFinder(Names names, ServiceSearch search) {
        this.names = names;
        this.search = search;
    }

    /** Codes of all that he may ask for. */
    public Set<String> codes(Visitor visitor) {
        Set<String> codes = new TreeSet<>();
        names.services().stream()
                .map(NamedService::code)
                .filter(code ->
                        visitor.services().contains(ANY) || visitor.services().contains(code))
                .forEach(codes::add);
        return codes;
    }

    /** @param typed blank for all */
    public Offer find(String typed, Visitor visitor, Wording w) {
        List<NamedService> all = all(visitor, w);
        if (ServiceSearch.text(typed).isEmpty()) {
            return new Offer(all, List.of(), Map.of());
        }
        ServiceSearch.Found hits = search.find(typed, w);
        List<NamedService> found = hits.headings().stream()
                .map(heading -> heading.path("code").asText())
                .flatMap(code -> all.stream().filter(service -> service.code().equals(code)))
                .toList();
        return new Offer(found, hits.near(), found.isEmpty() ? byFamily(all, w) : Map.of());
    }

    /** All that he may ask for, in the order of the alphabet. */
    public List<NamedService> all(Visitor visitor, Wording w) {
        Set<String> codes = codes(visitor);
        Comparator<String> order = w.order();
        return names.services().stream()
                .filter(service -> codes.contains(service.code()))
                .sorted((one, other) -> order.compare(
                        one.title().in(w.language()), other.title().in(w.language())))
                .toList();
    }

    private static Map<String, List<NamedService>> byFamily(List<NamedService> all, Wording w) {
        Map<String, List<NamedService>> families = new LinkedHashMap<>();
        w.values("passport.family")
                .forEach(family -> families.put(w.value("passport.family", family), new ArrayList<>()));
        all.forEach(service -> families.computeIfAbsent(
                        w.value("passport.family", service.family()), family -> new ArrayList<>())
                .add(service));
        families.values().removeIf(List::isEmpty);
        return families;
    }
}
