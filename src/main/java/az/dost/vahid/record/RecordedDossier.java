package az.dost.vahid.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A dossier as it is kept.
 *
 * @param content the dossier as JSON, the payload of both JWS forms
 * @param jws     detached JWS over the content, null until a JSON form was asked for
 * @param xml     the signed XML form, null until it was asked for
 */
public record RecordedDossier(UUID id, Instant assembledAt, String requester, String official, String caseRef, String service,
        byte[] content, String jws, byte[] xml) {
}
