package az.dost.vahid.verify;

import az.dost.vahid.json.Json;
import az.dost.vahid.record.check.Report;
import az.dost.vahid.signature.SignatureForm;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What may be printed of a dossier, or of another thing that was signed: no citizen's data. */
final class DossierFacts {
    private static final ObjectMapper JSON = Json.mapper();
    private static final List<String> PRINTED = List.of("dossierId", "service", "assembledAt");
    private final Report report;

    DossierFacts(Report report) {
        this.report = report;
    }

    /** @param kind of what was signed, in words */
    void signature(String kind, SignatureForm form) {
        report.about("kind", kind);
        report.about("form", form.level());
        report.about("signedAt", form.claimed() == null ? null : form.claimed().toString());
        if (form.more()) {
            report.noted("Somebody else added attributes to the signature, after it was made. They are not signed, and were not checked.");
        }
        if (form.level() != null && form.claimed() == null) {
            report.noted("The signature does not say when it was made, as those of older gateways do not.");
        }
    }

    void json(byte[] content) {
        try {
            JsonNode dossier = JSON.readTree(content);
            say(name -> dossier.path(name).textValue());
        } catch (IOException e) {
            report.wrong("The dossier is no JSON.");
        }
    }

    void xml(byte[] document, SignatureForm form) {
        Element dossier = XmlFactories.parse(document).getDocumentElement();
        boolean so = dossier.getLocalName().equals("dossier");
        signature((so ? "dossier" : "no dossier, but " + dossier.getLocalName()) + " as signed XML", form);
        if (!so) {
            return;
        }
        say(name -> {
            for (Node child = dossier.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (name.equals(child.getLocalName())) {
                    return child.getTextContent();
                }
            }
            return null;
        });
    }

    private void say(UnaryOperator<String> field) {
        PRINTED.forEach(name -> report.about(name, field.apply(name)));
    }
}
