package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import java.util.ArrayList;
import java.util.List;
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
        List<CertificateRow> certificates = new ArrayList<>();
        operations
                .get("/v1/operations/certificates")
                .body()
                .path("certificates")
                .forEach(one -> certificates.add(CertificateRow.of(one, w)));
        model.addAttribute("certificates", certificates);
        return "operator/certificates";
    }
}
