package az.dost.vahid.mock.issuer;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People of the demonstration who log in at its issuer, as they do at the pages. */
public final class Logins {
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-proof-of-the-key";
    static final String[] CLIENT = {
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString("pages:demo-pages".getBytes(StandardCharsets.UTF_8))
    };
    private static final String BACK = "http://127.0.0.1:8090/login/oauth2/code/vahid";
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final long FRESH_MS = 200_000;

    private record Token(String text, long at) {}

    /**
     * A person's access token, not over soon.
     *
     * @param issuer address
     */
    public static String token(String issuer, String login) {
        return TOKENS.compute(
                        issuer + " " + login,
                        (key, had) -> had != null && System.currentTimeMillis() < had.at() + FRESH_MS
                                ? had
                                : new Token(begin(issuer, login), System.currentTimeMillis()))
                .text();
    }

    private static String begin(String issuer, String login) {
        Browser browser = new Browser();
        HttpResponse<String> answer = tokens(issuer, browser, login(issuer, browser, login, BACK));
        try {
            return Json.mapper().readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpResponse<String> tokens(String issuer, Browser browser, String back) {
        return browser.post(
                issuer + "/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        Browser.parameter(back, "code"),
                        "redirect_uri",
                        back.substring(0, back.indexOf('?')),
                        "code_verifier",
                        VERIFIER),
                CLIENT);
    }

    static String authorize(String issuer, String back) {
        return issuer + "/authorize?"
                + Browser.form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        "pages",
                        "scope",
                        "openid official citizen",
                        "state",
                        "s-1",
                        "nonce",
                        "n-1",
                        "redirect_uri",
                        back,
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256"));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the pages to the issuer, a choice, and back: the address that the browser comes back with. */
    static String login(String issuer, Browser browser, String login, String back) {
        String chooser = Browser.location(browser.get(authorize(issuer, back)));
        return Browser.location(browser.get(Browser.location(choose(issuer, browser, chooser, login))));
    }

    static HttpResponse<String> choose(String issuer, Browser browser, String chooser, String login) {
        Map<String, String> fields =
                new HashMap<>(Browser.hidden(browser.get(chooser).body()));
        fields.put("person", login);
        return browser.post(issuer + "/login", fields);
    }

    private Logins() {}
}
