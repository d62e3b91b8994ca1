package az.dost.vahid.pages.lookup;

import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.words.NamedService;
import az.dost.vahid.pages.words.Names;
import az.dost.vahid.pages.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds services by words of either language or by code, among those that somebody may ask for. */
public final class ServiceFinder {
    private static final String ANY = "*";
    private final Names names;

    ServiceFinder(Names names) {
        this.names = names;
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

    /** In the order of the alphabet. @param search blank for all */
    public List<NamedService> find(String search, Visitor visitor, Wording w) {
        Set<String> codes = codes(visitor);
        Comparator<String> order = w.order();
        return names.services().stream()
                .filter(service -> codes.contains(service.code()))
                .filter(service -> Wording.finds(
                        search, service.title().az(), service.title().en(), service.code()))
                .sorted((one, other) -> order.compare(
                        one.title().in(w.language()), other.title().in(w.language())))
                .toList();
    }
}
