package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.words.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A file for whoever helps from outside. */
@Controller
final class DiagnosticsController {
    static final String PATH = "/operator/diagnostics";
    private static final String ZIP = "application/zip";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");
    private final Gateway operations;
    private final OperatorActs acts;

    DiagnosticsController(@Qualifier(Gateway.OPERATIONS) Gateway operations, OperatorActs acts) {
        this.operations = operations;
        this.acts = acts;
    }

    @GetMapping(PATH)
    String page() {
        return "operator/diagnostics";
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> make(HttpServletRequest request) {
        acts.must(request);
        Download file = operations.make(ZIP, "/v1/operations/diagnostics");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("vahid-diagnostics-" + TIME.format(LocalDateTime.now(Wording.BAKU)) + ".zip")
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
