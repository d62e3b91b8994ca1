package az.dost.vahid.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.record.ActRecord;
import az.dost.vahid.record.DossierRecord;
import az.dost.vahid.record.KeptEvidence;
import az.dost.vahid.record.RecordedDossier;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Signs a dossier in the form asked for, keeps it, and finds it again. */
public final class Seal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final DossierSigner jws;
    private final XmlSigner xml;
    private final DossierRecord record;
    private final DossierContainer container;
    private final OpenAnswers open;

    Seal(DossierSigner jws, XmlSigner xml, DossierRecord record, DossierContainer container, OpenAnswers open) {
        this.jws = jws;
        this.xml = xml;
        this.record = record;
        this.container = container;
        this.open = open;
    }

    /** Returns when dossier and evidence are durable. */
    Sealed seal(Lookup lookup, Form form) {
        try {
            byte[] content = JSON.writeValueAsBytes(lookup.dossier);
            String signature = form == Form.XML ? null : jws.sign(content).detached();
            byte[] document = form == Form.XML ? xml.sign(DossierXml.of(lookup.dossier)) : null;
            record.keep(recorded(lookup, content, signature, document), lookup.answers, open.keep(lookup));
            return form == Form.CONTAINER ? packed(lookup.id, content, signature, DossierRecord.pieces(lookup.answers))
                    : sealed(form, content, signature, document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a dossier that is given out later; one that completes another can itself be completed. It is
     * unsigned until then. Returns when it is durable.
     *
     * @param alongside made in the same transaction
     */
    void keep(Lookup lookup, ActRecord.Change alongside) {
        try {
            record.keep(recorded(lookup, JSON.writeValueAsBytes(lookup.dossier), null, null), lookup.answers, lookup.completes == null ? alongside
                    : both(open.keep(lookup), alongside));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ActRecord.Change both(ActRecord.Change one, ActRecord.Change other) {
        return connection -> one.make(connection) | other.make(connection);
    }

    private RecordedDossier recorded(Lookup lookup, byte[] content, String signature, byte[] document) {
        LookupRequest request = lookup.request;
        return new RecordedDossier(lookup.id, Instant.parse(lookup.dossier.path("assembledAt").textValue()), lookup.requester.id(),
                request.official(), request.caseRef(), request.service(), content, signature, document,
                new RecordedDossier.About(lookup.person, lookup.facts, lookup.requester.withholds(request.service())));
    }

    /**
     * The same bytes again; a form that was never given out is signed now, and kept. A container is made anew: it may have more
     * proof by now.
     *
     * @throws ProblemException DOSSIER_UNKNOWN when it is not this requester's, DOSSIER_EXPIRED when its time is over
     */
    Sealed again(UUID id, String requester, Form form) {
        RecordedDossier kept = find(id, requester);
        String signature = kept.jws();
        byte[] document = kept.xml();
        if (form == Form.XML && document == null) {
            document = record.keepXml(id, xml.sign(DossierXml.of(read(kept.content()))));
        } else if (form != Form.XML && signature == null) {
            signature = record.keepJws(id, jws.sign(kept.content()).detached());
        }
        return form == Form.CONTAINER ? packed(id, kept.content(), signature, record.evidence(id))
                : sealed(form, kept.content(), signature, document);
    }

    /** @throws ProblemException DOSSIER_UNKNOWN when it is not this requester's, DOSSIER_EXPIRED when its time is over */
    RecordedDossier find(UUID id, String requester) {
        return record.find(id, requester).orElseThrow(() -> new ProblemException(
                record.expired(id, requester) ? ProblemCode.DOSSIER_EXPIRED : ProblemCode.DOSSIER_UNKNOWN));
    }

    private Sealed packed(UUID id, byte[] content, String signature, List<KeptEvidence> evidence) {
        return new Sealed(Form.CONTAINER, container.of(id, content, signature, evidence), null);
    }

    private static Sealed sealed(Form form, byte[] content, String signature, byte[] document) {
        return switch (form) {
            case CONTAINER -> throw new IllegalArgumentException("A container needs evidence");
            case JSON -> new Sealed(form, content, signature);
            case XML -> new Sealed(form, document, null);
            case JOSE -> new Sealed(form, signature.replace("..", "." + Base64.getUrlEncoder().withoutPadding().encodeToString(content) + ".")
                    .getBytes(StandardCharsets.US_ASCII), null);
        };
    }

    static com.fasterxml.jackson.databind.JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
