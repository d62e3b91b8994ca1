package az.dost.vahid.journeys.verify;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
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

    /** @param other what was signed instead of what such a file has; blank where it is that */
    void signature(FileKind kind, String other, SignatureForm form) {
        report.about("kind", kind.said(other));
        report.kind(kind.name());
        report.about("form", form.level());
        report.about("signedAt", form.claimed() == null ? null : form.claimed().toString());
        if (form.more()) {
            report.noted(
                    CheckCode.ADDED_LATER,
                    "Somebody else added attributes to the signature, after it was made. They are not signed, and were not checked.");
        }
        if (form.above()) {
            report.noted(
                    CheckCode.AUTHORITIES_NOT_COVERED,
                    "It carries certificates of authorities above the signer's, which the signature does not cover.");
        }
        if (form.level() != null && form.claimed() == null) {
            report.noted(
                    CheckCode.SIGNING_TIME_MISSING,
                    "The signature does not say when it was made, as those of older gateways do not.");
        }
    }

    void json(byte[] content) {
        try {
            JsonNode dossier = JSON.readTree(content);
            say(name -> dossier.path(name).textValue());
        } catch (IOException e) {
            report.wrong(CheckCode.CONTENT_CHANGED, "The dossier is no JSON.");
        }
    }

    void xml(byte[] document, SignatureForm form) {
        Element dossier = XmlFactories.parse(document).getDocumentElement();
        boolean so = dossier.getLocalName().equals("dossier");
        signature(so ? FileKind.DOSSIER_XML : FileKind.OTHER_XML, so ? "" : dossier.getLocalName(), form);
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
