package az.dost.vahid.pages.portal;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Which agencies are asked, by which version of a connector, and who keeps it. */
@Controller
final class ConnectorsController {
    private static final int SHORT = 12;
    private final Gateway gateway;

    ConnectorsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * A connector that is in use, in words.
     *
     * @param register blank where it has no name of its own
     * @param owner blank where nobody was named
     * @param conformance null where there is no certificate of this version
     */
    record Connector(
            String id,
            String authority,
            String register,
            String protocol,
            String owner,
            List<String> facts,
            List<String> confirms,
            String legalBasis,
            boolean illustrative,
            String version,
            Conformance conformance) {
        /** @param passed of the cases that were tried, as are failed and skipped */
        record Conformance(
                boolean whole, String result, String at, String gateway, int passed, int failed, int skipped) {}

        public String getShortVersion() {
            String digest = version.substring(version.indexOf(':') + 1);
            return digest.substring(0, Math.min(SHORT, digest.length()));
        }

        static Connector of(JsonNode json, Wording w) {
            JsonNode certificate = json.path("conformance");
            String result = certificate.path("result").asText();
            return new Connector(
                    json.path("id").asText(),
                    json.path("authority").path(w.tag()).asText(),
                    json.path("register").asText(),
                    json.path("protocol").asText(),
                    json.path("owner").asText(),
                    facts(json.path("facts"), w),
                    facts(json.path("confirms"), w),
                    json.path("legalBasis").asText(),
                    json.path("illustrative").asBoolean(),
                    json.path("version").asText(),
                    certificate.isMissingNode()
                            ? null
                            : new Conformance(
                                    result.equals("PASSED"),
                                    w.value("catalogue.Conformance.result", result),
                                    w.moment(certificate.path("at").asText()),
                                    certificate.path("gateway").asText(),
                                    certificate.path("passed").asInt(),
                                    certificate.path("failed").asInt(),
                                    certificate.path("skipped").asInt()));
        }

        private static List<String> facts(JsonNode names, Wording w) {
            return Json.list(names, name -> w.of("facts", name.asText()));
        }
    }

    @GetMapping(ContractsController.PATH + "/connectors")
    String connectors(@RequestAttribute Wording w, Model model) {
        List<Connector> connectors = Json.list(
                gateway.get("/v1/catalogue/agencies").body().path("agencies"), agency -> Connector.of(agency, w));
        model.addAttribute("connectors", connectors);
        model.addAttribute(
                "certified",
                connectors.stream()
                        .filter(connector -> connector.conformance() != null)
                        .count());
        return "portal/connectors";
    }
}
