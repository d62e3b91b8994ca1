package az.dost.vahid.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at the pages, without a browser: he logs in as one of the demonstration's people, looks at his first page,
 * and asks for its parts as htmx does, as often as the page says. A page without such parts he loads anew, as somebody
 * who is impatient.
 */
final class Viewer {
    private static final Pattern POLLED =
            Pattern.compile("hx-get=\"([^\"]+)\"[^>]*hx-trigger=\"[^\"]*every (\\d+)(m?s)");
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final long IMPATIENT_MS = 2_000;
    private static final int MOST_STEPS = 12;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    /** By host and port: an issuer on this machine has a cookie of its own. */
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    private final String home;
    private final String firstPage;
    private final String polled;
    private final long everyMs;

    /** @param pages their address */
    Viewer(String pages, String person) throws IOException, InterruptedException {
        HttpResponse<String> chooser = follow(get(pages + "/login/begin/vahid"));
        HttpResponse<String> first =
                follow(send(request(chooser.uri().resolve("login").toString())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("person=" + person + "&_csrf="
                                + encoded(found(HIDDEN, chooser.body()).group(1))))));
        if (first.statusCode() != 200 || !first.uri().toString().startsWith(pages)) {
            throw new IllegalStateException(person + " sees " + first.statusCode() + " at "
                    + first.uri().getPath());
        }
        home = first.uri().toString();
        firstPage = first.body();
        Matcher part = POLLED.matcher(first.body());
        boolean parts = part.find();
        polled =
                parts ? first.uri().resolve(part.group(1).replace("&amp;", "&")).toString() : home;
        everyMs = parts
                ? Long.parseLong(part.group(2)) * (part.group(3).equals("s") ? TimeUnit.SECONDS.toMillis(1) : 1)
                : IMPATIENT_MS;
    }

    /** What came after the login. */
    String firstPage() {
        return firstPage;
    }

    long everyMs() {
        return everyMs;
    }

    /** Asks as the page does. @return whether it was answered */
    boolean look() throws IOException, InterruptedException {
        HttpRequest.Builder request = request(polled).header("Vahid-Poll", "1").GET();
        if (!polled.equals(home)) {
            request.header("HX-Request", "true");
        }
        return send(request).statusCode() == 200;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(request(address).GET());
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int i = 0; i < MOST_STEPS && last.statusCode() / 100 == 3; i++) {
            last = get(last.uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return last;
    }

    private HttpRequest.Builder request(String address) {
        URI uri = URI.create(address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Accept", "text/html");
        Map<String, String> own = cookies.getOrDefault(uri.getAuthority(), Map.of());
        if (!own.isEmpty()) {
            StringBuilder cookie = new StringBuilder();
            own.forEach((name, value) -> cookie.append(cookie.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", cookie.toString());
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.computeIfAbsent(answer.uri().getAuthority(), host -> new LinkedHashMap<>())
                    .put(pair[0], pair[1]);
        }
        return answer;
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("A page has no " + pattern);
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
