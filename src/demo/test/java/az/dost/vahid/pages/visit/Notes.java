package az.dost.vahid.pages.visit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What a browser notes on a visit: what no page should cause, where it went and what its history keeps, and whose FINs
 * were typed in.
 */
final class Notes {
    /** Headers that a browser follows, or keeps. */
    private static final Set<String> KEPT = Set.of(
            "location",
            "content-disposition",
            "link",
            "refresh",
            "hx-location",
            "hx-push-url",
            "hx-redirect",
            "hx-replace-url");
    /**
     * A page of an error is an answer that the browser mentions, and htmx too where a part of a page is told that the
     * gateway is away.
     */
    private static final List<String> MENTIONED = List.of(
            "Failed to load resource: the server responded with a status of", "Response Status Error Code 502 from ");

    private static final String TYPED = "fin=";
    private final String address;
    private final List<String> unwanted = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final List<String> places = new CopyOnWriteArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final Set<String> fins = ConcurrentHashMap.newKeySet();

    /** @param address of the pages */
    Notes(String address, Page page) {
        this.address = address;
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && MENTIONED.stream().noneMatch(message.text()::startsWith)) {
                unwanted.add("console: " + message.text());
            }
        });
        page.onPageError(error -> unwanted.add("script: " + error));
        page.onRequest(this::asked);
        page.onResponse(this::answered);
        // Scripts may write an address into the history without asking for it.
        page.onFrameNavigated(frame -> places.add(frame.url()));
        page.onDownload(download -> places.add(download.suggestedFilename()));
        page.onDialog(dialog -> {
            unwanted.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequestFailed(request -> {
            if (String.valueOf(request.failure()).contains("BLOCKED")) {
                unwanted.add("blocked: " + request.url());
            }
        });
    }

    private void asked(Request request) {
        addresses.add(request.url());
        if (!request.url().startsWith(address) && !request.url().contains("/issuer/")) {
            unwanted.add("foreign request: " + request.url());
        }
        String form = request.headers().getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")
                ? request.postData()
                : null;
        if (form != null) {
            Stream.of(form.split("&"))
                    .filter(field -> field.startsWith(TYPED))
                    .map(field -> URLDecoder.decode(field.substring(TYPED.length()), StandardCharsets.UTF_8))
                    .forEach(fins::add);
        }
    }

    private void answered(Response answer) {
        Map<String, String> headers = answer.headers();
        headers.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                places.add(name + ": " + value);
            }
        });
        if (answer.url().startsWith(address)
                && headers.getOrDefault("content-type", "").startsWith("text/html")
                && !headers.getOrDefault("cache-control", "").contains("no-store")) {
            unwanted.add("a page that may be kept: " + answer.url());
        }
    }

    void title(String title) {
        titles.add(title);
    }

    List<String> unwanted() {
        return unwanted;
    }

    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Addresses, titles, and what else a browser keeps, in which it stands who somebody is. */
    List<String> tellingWho() {
        return Stream.of(addresses, places, titles)
                .flatMap(List::stream)
                .filter(text -> Leftovers.tellsWho(text, fins))
                .distinct()
                .toList();
    }

    /** Those that were typed in so far, as they were. */
    Set<String> fins() {
        return Set.copyOf(fins);
    }
}
