package az.dost.vahid.pages.visit;

import az.dost.vahid.mock.population.KnownPeople;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stays in a browser after a visit. */
final class Leftovers {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String LOOK = """
            async () => [
                localStorage.length ? 'localStorage' : '',
                sessionStorage.length ? 'sessionStorage' : '',
                window.caches && (await caches.keys()).length ? 'caches' : '',
                indexedDB.databases && (await indexedDB.databases()).length ? 'indexedDB' : '',
                navigator.serviceWorker && (await navigator.serviceWorker.getRegistrations()).length ? 'serviceWorker' : '',
                document.cookie ? 'cookies that scripts read' : ''].filter(kept => kept)""";

    @SuppressWarnings("unchecked")
    static List<String> of(Page page, boolean scripts) {
        List<String> kept = new ArrayList<>();
        if (scripts && page.url().startsWith("http")) {
            kept.addAll((List<String>) page.evaluate(LOOK));
        }
        page.context().cookies().forEach(cookie -> {
            if (!cookie.httpOnly) {
                kept.add("a cookie for scripts: " + cookie.name);
            }
            if (!fins(List.of(cookie.value)).isEmpty()) {
                kept.add("a FIN in the cookie " + cookie.name);
            }
        });
        return kept;
    }

    /** Those in which somebody's FIN stands. */
    static List<String> fins(List<String> texts) {
        return texts.stream().filter(text -> WORD.matcher(text).results().map(MatchResult::group).anyMatch(word -> word.length() == 7 && KnownPeople.isFin(word))).toList();
    }

    private Leftovers() { }
}
