package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Certificates, the one that ends first at the top. */
@Controller
final class CertificatesController {
    static final String PATH = "/operator/certificates";
    private final Gateway operations;

    CertificatesController(@Qualifier(Gateway.OPERATIONS) Gateway operations) {
        this.operations = operations;
    }

    @GetMapping(PATH)
    String certificates(@RequestAttribute Wording w, Model model) {
        model.addAttribute(
                "certificates",
                Json.list(
                        operations.get("/v1/operations/certificates").body().path("certificates"),
                        one -> CertificateRow.of(one, w)));
        return "operator/certificates";
    }

    /**
     * A certificate by the days that it has left, in words.
     *
     * @param kind whose it is: {@code gateway}, {@code agency} or {@code requester}; the end of a message's key
     * @param state {@code ended}, {@code soon} or {@code fine}: the end of a message's key; css is its look
     */
    private record CertificateRow(
            String kind, String owner, String subject, String until, String days, String state, String css) {
        private static final long URGENT_DAYS = 3;

        static CertificateRow of(JsonNode json, Wording w) {
            String[] owner = json.path("owner").asText().split(":", 2);
            String name = owner.length < 2 ? "" : owner[0].equals("agency") ? w.agency(owner[1]) : owner[1];
            long days = json.path("daysLeft").asLong();
            String state = days < 0 ? "ended" : days < AgencyRow.SOON_DAYS ? "soon" : "fine";
            String css = days < URGENT_DAYS
                    ? "vahid-tag--bad"
                    : days < AgencyRow.SOON_DAYS ? "vahid-tag--open" : "vahid-tag--good";
            return new CertificateRow(
                    owner[0],
                    name,
                    json.path("subject").asText(),
                    w.moment(json.path("until").asText()),
                    w.number(days),
                    state,
                    css);
        }
    }
}
