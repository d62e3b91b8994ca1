package az.dost.vahid.mock.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.process.FreePort;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Somebody of the demonstration logs in at the issuer for the pages, and out again. */
class LoginTest {
    private static final String PAGES = "http://localhost:8090";
    private static final String BACK = PAGES + "/login/oauth2/code/vahid";
    private static MockServer server;
    private static DemoIssuer issuer;
    private static String address;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        int port = FreePort.next();
        Faults faults = new Faults();
        MockSettings settings = new MockSettings(port, Map.of(), 0, 1, folder, folder, Map.of(), List.of(PAGES));
        server = new MockServer(settings, new DemoKeys(folder, faults), faults);
        issuer = new DemoIssuer(server, settings);
        server.start();
        address = "http://localhost:" + port + "/issuer";
    }

    @AfterAll
    static void stop() {
        server.stop();
        issuer.destroy();
    }

    static List<DemoPerson> people() {
        return DemoPeople.ALL;
    }

    @ParameterizedTest
    @MethodSource("people")
    void the_access_token_is_of_whoever_was_chosen(DemoPerson person) throws Exception {
        Browser browser = new Browser();
        JsonNode tokens = tokens(browser, login(browser, person.login(), BACK));
        Jwt access = decoder("at+jwt").decode(tokens.path("access_token").asText());
        assertThat(access.getSubject()).isEqualTo(person.login());
        assertThat(access.getAudience()).containsExactly("vahid");
        assertThat(access.getClaimAsString("client_id")).isEqualTo("pages");
        assertThat(access.getClaimAsString("scope").split(" ")).containsExactlyInAnyOrder("openid", person.scope());
        assertThat(access.getClaimAsString("fin")).isEqualTo(person.fin());
        assertThat(tokens.path("scope").asText().split(" ")).containsExactlyInAnyOrder("openid", person.scope());
        Jwt id = decoder("JWT").decode(tokens.path("id_token").asText());
        assertThat(id.getClaims())
                .containsEntry("sub", person.login())
                .containsEntry("name", person.name())
                .containsEntry("nonce", "n-1")
                .containsKey("sid")
                .doesNotContainKey("fin");
    }

    @ParameterizedTest
    @MethodSource("people")
    void no_page_and_no_address_has_a_fin(DemoPerson person) {
        Browser browser = new Browser();
        String chooser = Browser.location(browser.get(authorize(BACK)));
        assertThat(browser.get(chooser).body()).contains("value=\"" + person.login() + "\"");
        DemoPeople.ALL.stream()
                .filter(DemoPerson::isCitizen)
                .forEach(
                        citizen -> assertThat(browser.get(chooser).body() + login(new Browser(), citizen.login(), BACK))
                                .doesNotContain(citizen.fin()));
    }

    @Test
    void any_citizen_logs_in_by_the_fin_which_stands_in_the_access_token_alone() throws Exception {
        Browser browser = new Browser();
        String back = login(browser, "5KX2M8Q", BACK);
        assertThat(back).doesNotContain("5KX2M8Q");
        JsonNode tokens = tokens(browser, back);
        Jwt access = decoder("at+jwt").decode(tokens.path("access_token").asText());
        assertThat(access.getClaimAsString("fin")).isEqualTo("5KX2M8Q");
        assertThat(access.getClaimAsString("scope").split(" ")).containsExactlyInAnyOrder("openid", "citizen");
        Jwt id = decoder("JWT").decode(tokens.path("id_token").asText());
        assertThat(id.getSubject()).isEqualTo(access.getSubject());
        assertThat(id.getClaims().toString()).doesNotContain("5KX2M8Q");
    }

    @Test
    void discovery_names_addresses_that_there_are() throws IOException {
        JsonNode told = new ObjectMapper()
                .readTree(new Browser()
                        .get(address + "/.well-known/openid-configuration")
                        .body());
        assertThat(told.path("issuer").asText()).isEqualTo(address);
        assertThat(told.path("authorization_endpoint").asText()).isEqualTo(address + "/authorize");
        assertThat(told.path("token_endpoint").asText()).isEqualTo(address + "/token");
        assertThat(told.path("end_session_endpoint").asText()).isEqualTo(address + "/logout");
        assertThat(new Browser().get(told.path("jwks_uri").asText()).body())
                .contains("\"kty\":\"EC\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void who_the_token_is_of_is_told_by_userinfo_too() throws Exception {
        Browser browser = new Browser();
        JsonNode tokens = tokens(browser, login(browser, "a.mammadova", BACK));
        HttpResponse<String> told = new Browser()
                .get(
                        address + "/userinfo",
                        "Authorization",
                        "Bearer " + tokens.path("access_token").asText());
        assertThat(told.statusCode())
                .as(told.headers().firstValue("WWW-Authenticate").orElse(told.body()))
                .isEqualTo(200);
        assertThat(new ObjectMapper().readTree(told.body()).path("sub").asText())
                .isEqualTo("a.mammadova");
    }

    @Test
    void a_refreshed_token_is_of_the_same_person() throws Exception {
        Browser browser = new Browser();
        JsonNode tokens = tokens(browser, login(browser, "martyrs-widow", BACK));
        JsonNode again = new ObjectMapper()
                .readTree(browser.post(
                                address + "/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "refresh_token",
                                        tokens.path("refresh_token").asText()),
                                Logins.CLIENT)
                        .body());
        assertThat(decoder("at+jwt").decode(again.path("access_token").asText()).getClaimAsString("fin"))
                .isEqualTo("W1D0W01");
        assertThat(again.path("refresh_token").asText())
                .isNotEqualTo(tokens.path("refresh_token").asText());
    }

    @Test
    void a_logout_ends_the_login_here_too_and_leads_back() throws Exception {
        Browser browser = new Browser();
        JsonNode tokens = tokens(browser, login(browser, "a.mammadova", BACK));
        assertThat(Browser.location(browser.get(authorize(BACK)))).startsWith(BACK);
        HttpResponse<String> out = browser.get(address + "/logout?"
                + Browser.form(Map.of(
                        "id_token_hint", tokens.path("id_token").asText(), "post_logout_redirect_uri", PAGES + "/")));
        assertThat(Browser.location(out)).isEqualTo(PAGES + "/");
        assertThat(Browser.location(browser.get(authorize(BACK)))).startsWith(address + "/login");
    }

    @Test
    void a_code_counts_only_with_the_proof_of_who_asked_for_it() throws Exception {
        Browser browser = new Browser();
        String code = Browser.parameter(login(browser, "a.mammadova", BACK), "code");
        HttpResponse<String> refused = browser.post(
                address + "/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        Logins.VERIFIER + "-of-another"),
                Logins.CLIENT);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
    }

    @Test
    void nobody_asks_for_a_code_without_such_a_proof() {
        Browser browser = new Browser();
        login(browser, "a.mammadova", BACK);
        assertThat(Browser.location(browser.get(authorize(BACK).replaceAll("&?code_challenge(_method)?=[^&]*", ""))))
                .contains("error=invalid_request");
    }

    @Test
    void it_leads_back_to_no_other_address() {
        assertThat(new Browser()
                        .get(authorize("http://localhost:8091/login/oauth2/code/vahid"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void it_leads_back_to_any_port_of_the_loopback_address() {
        assertThat(login(new Browser(), "a.mammadova", "http://127.0.0.1:34567/login/oauth2/code/vahid"))
                .startsWith("http://127.0.0.1:34567/");
    }

    @Test
    void somebody_else_is_told_to_choose_again() {
        Browser browser = new Browser();
        String chooser = Browser.location(browser.get(authorize(BACK)));
        HttpResponse<String> answer = Logins.choose(address, browser, chooser, "nobody");
        assertThat(browser.get(Browser.location(answer)).body()).contains("role=\"alert\"");
    }

    @Test
    void a_choice_that_another_site_sends_counts_for_nothing() {
        Browser browser = new Browser();
        browser.get(Browser.location(browser.get(authorize(BACK))));
        assertThat(browser.post(address + "/login", Map.of("person", "a.mammadova"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_chooser_loads_nothing_but_its_style_and_runs_nothing() {
        Browser browser = new Browser();
        HttpResponse<String> page = browser.get(Browser.location(browser.get(authorize(BACK))));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; style-src 'self'; form-action 'self'")
                        .contains("frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(page.body())
                .contains("lang=\"az\"")
                .doesNotContain("<script")
                .doesNotContain("style=")
                .doesNotContain("{");
        assertThat(browser.get(address + "/login.css").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(browser.get(address + "/login?lang=en").body())
                .contains("<html lang=\"en\">")
                .contains("Clerk");
    }

    private static String authorize(String back) {
        return Logins.authorize(address, back);
    }

    private static String login(Browser browser, String login, String back) {
        return Logins.login(address, browser, login, back);
    }

    private static JsonNode tokens(Browser browser, String back) throws IOException {
        HttpResponse<String> answer = Logins.tokens(address, browser, back);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static JwtDecoder decoder(String type) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(address + "/keys")
                .jwsAlgorithm(org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256)
                .validateType(false)
                .build();
        OAuth2TokenValidator<Jwt> typed = jwt -> {
            assertThat(jwt.getHeaders().getOrDefault("typ", "JWT")).isEqualTo(type);
            return org.springframework.security.oauth2.core.OAuth2TokenValidatorResult.success();
        };
        decoder.setJwtValidator(typed);
        return decoder;
    }
}
