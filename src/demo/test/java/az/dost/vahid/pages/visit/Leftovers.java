package az.dost.vahid.pages.visit;

import az.dost.vahid.leak.PersonalData;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    static List<String> of(Page page, boolean scripts, Set<String> fins) {
        List<String> kept = new ArrayList<>();
        if (scripts && page.url().startsWith("http")) {
            kept.addAll((List<String>) page.evaluate(LOOK));
        }
        page.context().cookies().forEach(cookie -> {
            if (!cookie.httpOnly) {
                kept.add("a cookie for scripts: " + cookie.name);
            }
            if (tellsWho(cookie.value, fins)) {
                kept.add("a FIN in the cookie " + cookie.name);
            }
        });
        return kept;
    }

    /** @param fins that were typed in, whether they are somebody's or not */
    static boolean tellsWho(String text, Set<String> fins) {
        return PersonalData.in(text).isPresent()
                || WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> fins.stream().anyMatch(word::equalsIgnoreCase));
    }

    private Leftovers() {}
}
