package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST face answers as the OpenAPI file promises, and no face serves an address that no such file has. */
class RestContractTest {
    private static final String DOSSIERS = "/v1/dossiers";

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jose", "application/xml"})
    void givesADossierInEachFormAndGivesItAgain(String form) {
        HttpResponse<byte[]> answer = Gateway.lookUp(form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(form);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Vahid-Signature").isPresent())
                .isEqualTo(form.equals("application/json"));
        OpenApi.check(DOSSIERS, "post", answer);
        HttpResponse<byte[]> again = Gateway.again(Gateway.id(answer), form, Gateway.BEARER);
        assertThat(again.statusCode()).isEqualTo(200);
        OpenApi.check(DOSSIERS + "/{id}", "get", again);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/keys", "/v1/keys/certificate"})
    void publishesItsKeysToAnyone(String path) {
        HttpResponse<byte[]> answer = Gateway.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(path, "get", answer);
    }

    /** The contracts of all faces together; an address with all that lies below it is described by what does. */
    @Test
    void servesTheAddressesOfTheContractsAndNoOthers() {
        Set<String> promised = new TreeSet<>();
        OpenApi.all()
                .forEach(contract -> contract.paths()
                        .properties()
                        .forEach(path -> path.getValue()
                                .fieldNames()
                                .forEachRemaining(method -> promised.add(path.getKey() + " " + method))));
        // The server answers those itself.
        Set<String> served =
                new TreeSet<>(Set.of("/.well-known/oauth-protected-resource get", "/.well-known/security.txt get"));
        for (var endpoint : RunningVahid.get().bean(CamelContext.class).getEndpoints()) {
            if (endpoint instanceof PlatformHttpEndpoint http) {
                for (String method :
                        http.getHttpMethodRestrict().toLowerCase(Locale.ROOT).split(",")) {
                    List<String> below = promised.stream()
                            .filter(one -> http.isMatchOnUriPrefix()
                                    && one.startsWith(http.getPath() + "/")
                                    && one.endsWith(" " + method))
                            .toList();
                    served.addAll(below.isEmpty() ? List.of(http.getPath() + " " + method) : below);
                }
            }
        }
        assertThat(served).isEqualTo(promised);
    }

    @Test
    void answersOnlyForTheFactsAskedFor() throws Exception {
        String body = Gateway.request()
                .set("facts", Gateway.JSON.readTree("[\"identity\"]"))
                .toString();
        HttpResponse<byte[]> answer =
                Gateway.post(body, Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        JsonNode dossier = Gateway.JSON.readTree(answer.body());
        assertThat(dossier.path("facts").properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("identity");
    }

    @Test
    void takesNoOrdersFromCamelHeaders() {
        HttpResponse<byte[]> answer = Gateway.post(
                Gateway.request().toString(),
                Map.of(
                        "Authorization",
                        Gateway.BEARER,
                        "Content-Type",
                        "application/json",
                        "CamelHttpResponseCode",
                        "299",
                        "CamelHttpUri",
                        "http://localhost:1/",
                        "CamelBeanMethodName",
                        "keys",
                        "CamelVertxWebsocket.x",
                        "1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("camel"));
        OpenApi.check(DOSSIERS, "post", answer);
    }
}
