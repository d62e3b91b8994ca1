package az.dost.vahid.pages.desk;

import az.dost.vahid.pages.fact.FactWords;
import az.dost.vahid.pages.fact.Shapes;
import az.dost.vahid.pages.gateway.Answer;
import az.dost.vahid.pages.gateway.Download;
import az.dost.vahid.pages.gateway.Gateway;
import az.dost.vahid.pages.lookup.FollowedDossier;
import az.dost.vahid.pages.web.NotThere;
import az.dost.vahid.pages.words.Wording;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;

/** A dossier that was asked for, as often as somebody looks: the gateway gives the same one each time. */
@Controller
final class DossierController {
    static final String PATH = "/desk/dossiers/";
    private static final String GATEWAY = "/v1/dossiers/{id}";
    /** Forms by the end of a file's name. */
    private static final Map<String, String> FORMS = Map.of(
            "json",
            "application/json",
            "xml",
            "application/xml",
            "jws",
            "application/jose",
            "asice",
            "application/vnd.etsi.asic-e+zip");

    private final Gateway gateway;
    private final Shapes shapes;

    DossierController(Gateway gateway, Shapes shapes) {
        this.gateway = gateway;
        this.shapes = shapes;
    }

    @GetMapping(PATH + "{id}")
    String dossier(@PathVariable UUID id, @RequestAttribute Wording w, Model model) {
        Answer answer = gateway.get(GATEWAY, id);
        Dossier dossier = new Dossier(answer.body(), new FactWords(shapes, w), w);
        model.addAttribute("dossier", dossier);
        model.addAttribute("followUp", dossier.isAskable() ? FollowedDossier.of(gateway, dossier.getId(), w) : null);
        model.addAttribute("rights", OpenRight.of(gateway, dossier.getId(), w));
        model.addAttribute("signed", !answer.signature().isEmpty());
        return "desk/dossier";
    }

    @GetMapping(PATH + "{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable UUID id) {
        String photo = gateway.get(GATEWAY, id)
                .body()
                .at("/facts/identity/value/photo")
                .asText();
        if (photo.isEmpty()) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .body(Base64.getDecoder().decode(photo));
    }

    @GetMapping(PATH + "{id}/dossier.{form}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String form) {
        String type = FORMS.get(form);
        if (type == null) {
            throw new NotThere();
        }
        Download file = gateway.file(type, GATEWAY, id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dossier-" + id + "." + form)
                                .build()
                                .toString())
                .body(file.bytes());
    }
}
