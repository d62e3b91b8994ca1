package az.dost.vahid.pages.verification;

import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.gateway.Refused;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file is chosen, sent and checked by the gateway. Nothing of it is kept: whoever reloads the page sends it again.
 */
@Controller
final class VerificationController {
    static final String PATH = "/audit/verification";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;
    private static final int LONGEST_SIGNATURE = 4096;
    private static final Pattern DETACHED = Pattern.compile("[A-Za-z0-9_-]+[.][.][A-Za-z0-9_-]+");
    /** Of the gateway's refusals, those that are about the file. */
    private static final Map<String, String> OF_THE_FILE = Map.of(
            "FILE_UNREADABLE", "verification.file.unreadable", "REQUEST_TOO_LARGE", "verification.file.too-large");

    private final Gateway gateway;

    VerificationController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping(PATH)
    String form(Model model) {
        return form(Map.of(), "", model);
    }

    /** @param code of the problem, blank for none */
    private static String form(Map<String, String> faults, String code, Model model) {
        model.addAttribute("faults", faults);
        model.addAttribute("code", code);
        model.addAttribute("verified", null);
        return "audit/verification";
    }

    /** Where {@link UploadGate} leads. */
    @GetMapping(PATH + "/{why}")
    String refused(@PathVariable String why, HttpServletResponse response, Model model) {
        switch (why) {
            case "too-large" -> response.setStatus(TOO_LARGE);
            case "busy" -> response.setStatus(BUSY);
            default -> throw new NotThere();
        }
        return form(
                Map.of("file", why.equals("busy") ? "verification.file.busy" : "verification.file.too-large"),
                why.equals("busy") ? "OVERLOADED" : "REQUEST_TOO_LARGE",
                model);
    }

    @PostMapping(PATH)
    String check(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) MultipartFile signature,
            HttpServletResponse response,
            @RequestAttribute Wording w,
            Model model)
            throws IOException {
        if (file == null || file.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(Map.of("file", "verification.file.missing"), "", model);
        }
        boolean beside = signature != null && !signature.isEmpty();
        String jws = !beside || signature.getSize() > LONGEST_SIGNATURE
                ? ""
                : new String(signature.getBytes(), StandardCharsets.US_ASCII).strip();
        if (beside && !DETACHED.matcher(jws).matches()) {
            response.setStatus(UNPROCESSABLE);
            return form(Map.of("signature", "verification.signature.wrong"), "", model);
        }
        try {
            model.addAttribute(
                    "verified",
                    CheckResult.of(
                            gateway.send(
                                            file.getBytes(),
                                            beside ? Map.of("Vahid-Signature", jws) : Map.of(),
                                            "/v1/audit/verifications")
                                    .body(),
                            w));
        } catch (Refused refused) {
            String fault = OF_THE_FILE.get(refused.code());
            if (fault == null) {
                throw refused;
            }
            response.setStatus(refused.status());
            return form(Map.of("file", fault), refused.code(), model);
        }
        model.addAttribute("faults", Map.of());
        model.addAttribute("code", "");
        return "audit/verification";
    }
}
