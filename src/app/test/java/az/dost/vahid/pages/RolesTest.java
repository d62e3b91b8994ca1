package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.session.Walker;
import az.dost.vahid.pages.visit.Address;
import az.dost.vahid.pages.visit.PlayedGateway;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.web.Area;
import az.dost.vahid.pages.web.PublicAddress;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role asks for every address that there is: what is not for it looks like an address that does not exist. */
class RolesTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final String WHO = "GET /v1/officials/me";
    private static final List<Address> ADDRESSES = Address.all(PAGES).stream()
            .filter(address -> !PublicAddress.is(address.path()))
            .toList();

    private static Optional<Area> area(Address address) {
        return PAGES.beans(Area.class).stream()
                .filter(area ->
                        address.path().equals(area.path()) || address.path().startsWith(area.path() + "/"))
                .max(Comparator.comparingInt(area -> area.path().length()));
    }

    @AfterEach
    void others_find_the_gateway_as_it_was() {
        PAGES.gateway().refusesOthers(404, "NOT_FOUND").forget();
    }

    private static HttpResponse<String> ask(Walker walker, Address address) {
        return address.method().equals("GET") ? walker.get(PAGES, address.path()) : walker.post(PAGES, address.path());
    }

    /** Without what is another one each time. */
    private static String page(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body().replaceAll("value=\"[^\"]*\"|data-seconds=\"\\d+\"|\\d\\d:\\d\\d", "");
    }

    @ParameterizedTest
    @EnumSource(VisitorRole.class)
    @Tag("attack")
    void what_is_not_for_a_role_is_not_there(VisitorRole role) {
        PlayedGateway gateway = PAGES.gateway().refusesOthers(503, "OVERLOADED").knows("somebody", role.name());
        Walker walker = Walker.in(PAGES, "somebody", role == VisitorRole.CITIZEN ? "citizen" : "official");
        String nowhere = page(walker.get(PAGES, "/nowhere"));
        assertThat(nowhere).startsWith("404");
        SoftAssertions all = new SoftAssertions();
        for (Address address : ADDRESSES) {
            gateway.forget();
            HttpResponse<String> answer = ask(walker, address);
            if (area(address).filter(area -> area.roles().contains(role)).isEmpty()) {
                all.assertThat(page(answer)).as("%s for %s", address, role).isEqualTo(nowhere);
                all.assertThat(gateway.asked().stream().map(asked -> asked.method() + " " + asked.path()))
                        .as("%s asks for %s", address, role)
                        .containsOnly(role == VisitorRole.CITIZEN ? new String[0] : new String[] {WHO});
            } else if (address.method().equals("GET") && !address.hasVariables()) {
                all.assertThat(answer.statusCode())
                        .as("%s for %s", address, role)
                        .isNotEqualTo(404)
                        .isNotEqualTo(500);
            } else {
                all.assertThat(answer.statusCode())
                        .as("%s for %s", address, role)
                        .isNotEqualTo(500);
            }
        }
        all.assertAll();
    }

    @Test
    void every_address_belongs_to_an_area_and_every_area_has_one() {
        assertThat(ADDRESSES)
                .isNotEmpty()
                .allSatisfy(address ->
                        assertThat(area(address)).as(address.toString()).isPresent());
        assertThat(PAGES.beans(Area.class))
                .allSatisfy(area -> assertThat(ADDRESSES.stream()
                                .map(address -> address.pattern().getPatternString()))
                        .contains(area.path()));
    }

    private static Stream<Address> addresses() {
        return ADDRESSES.stream();
    }

    @Test
    void nobody_sees_a_page_before_he_has_logged_in() {
        PAGES.gateway().forget();
        Walker stranger = new Walker("no-session");
        SoftAssertions all = new SoftAssertions();
        addresses().filter(address -> address.method().equals("GET")).forEach(address -> {
            HttpResponse<String> answer = stranger.get(PAGES, address.path());
            all.assertThat(answer.statusCode()).as(address.toString()).isEqualTo(303);
            all.assertThat(Walker.location(answer)).as(address.toString()).isEqualTo("/login/over");
        });
        all.assertAll();
        assertThat(PAGES.gateway().asked()).isEmpty();
    }

    @Test
    @Tag("attack")
    void a_form_that_another_site_sends_counts_for_nothing() {
        PAGES.gateway()
                .knows(
                        "somebody",
                        Stream.of(VisitorRole.values()).map(Enum::name).toArray(String[]::new))
                .forget();
        Walker walker = Walker.in(PAGES, "somebody", "official");
        SoftAssertions all = new SoftAssertions();
        addresses()
                .filter(address -> !address.method().equals("GET"))
                .forEach(address -> all.assertThat(Walker.location(walker.postFromElsewhere(PAGES, address.path())))
                        .as(address.toString())
                        .isEqualTo("/login/over"));
        all.assertAll();
        assertThat(PAGES.gateway().asked()).isEmpty();
    }
}
