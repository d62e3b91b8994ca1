package az.dost.vahid.pages.visit;

import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Somebody who follows every link from the first page that is for him, and looks at each kind of page once. */
public final class Walk {
    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)";
    private static final int MOST = 60;
    private final RunningPages pages;
    private final Visit visit;
    private final List<Address> all;
    private final Set<Address> seen = new LinkedHashSet<>();
    private final Set<String> led = new LinkedHashSet<>();

    /** @param visit of somebody who has logged in */
    public Walk(RunningPages pages, Visit visit) {
        this.pages = pages;
        this.visit = visit;
        this.all = Address.all(pages);
    }

    /** @param look is told the kind of each page as it is shown */
    public Walk each(Consumer<Address> look) {
        Deque<String> ahead = new ArrayDeque<>(List.of(visit.page().url()));
        Set<String> kinds = new TreeSet<>();
        while (!ahead.isEmpty() && kinds.size() < MOST) {
            String url = ahead.removeFirst();
            Optional<Address> kind = kind(url);
            if (kind.isEmpty() || !kinds.add(kind.get() + " " + parameters(url))) {
                continue;
            }
            Response answer = visit.page().navigate(url);
            if (answer.status() >= 500) {
                throw new AssertionError(kind.get() + " answers " + answer.status());
            }
            seen.add(kind.get());
            List<String> links = links();
            ahead.addAll(links);
            led.addAll(links);
            // An address may lead on to another one, as the first page does.
            Optional<Address> shown = kind(visit.page().url());
            if (shown.equals(kind)
                    || shown.isPresent()
                            && kinds.add(
                                    shown.get() + " " + parameters(visit.page().url()))) {
                seen.add(shown.get());
                look.accept(shown.get());
            }
        }
        return this;
    }

    /** An address of this kind other than one that was seen, to which some page led: another thing of the same kind. */
    public Optional<String> another(Address kind, String seen) {
        String shown = seen.replaceFirst("[?#].*", "");
        return led.stream()
                .map(url -> url.replaceFirst("[?#].*", ""))
                .filter(url ->
                        !url.equals(shown) && kind(url).filter(kind::equals).isPresent())
                .findFirst();
    }

    /** Whether the page that is open is of this kind: an address may lead on to another one. */
    public boolean shows(Address kind) {
        return kind(visit.page().url()).filter(kind::equals).isPresent();
    }

    /** Those of the pages that were seen. */
    public Set<Address> seen() {
        return seen;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>) visit.page().evaluate(LINKS);
    }

    /** A text of the gateway may make an address that is no URI. */
    private Optional<Address> kind(String url) {
        if (!url.startsWith(pages.address() + "/") || parameters(url).contains("lang")) {
            return Optional.empty();
        }
        return Address.of(all, url.substring(pages.address().length()).replaceFirst("[?#].*", ""))
                .filter(Address::page);
    }

    /** Their names: one list with another filter is another page, with another value it is not. */
    private static String parameters(String url) {
        String[] parts = url.replaceFirst("#.*", "").split("[?]", 2);
        return parts.length < 2 ? "" : parts[1].replaceAll("=[^&]*", "");
    }
}
