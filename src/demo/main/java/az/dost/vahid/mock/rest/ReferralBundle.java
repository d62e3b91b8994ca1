package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The searchset with which the health agency answers: referrals, then the patient and the facilities that they point
 * to.
 */
final class ReferralBundle {
    static final String FIN = "urn:e-sehiyye:sid:fin";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private final ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    private final RegisterView.Entry person;
    private final String patient;

    private ReferralBundle(RegisterView.Entry person) {
        this.person = person;
        this.patient = url("Patient", person.fin());
    }

    static ObjectNode of(RegisterView.Entry person, OffsetDateTime now) {
        return new ReferralBundle(person).write(now);
    }

    private ObjectNode write(OffsetDateTime now) {
        List<Facts.MedicalReferral> referrals = person.known() ? person.fact("medicalReferral") : List.of();
        bundle.put("resourceType", "Bundle").put("id", UUID.randomUUID().toString());
        ReferralResource.restrict(bundle).put("lastUpdated", INSTANT.format(now));
        bundle.set("identifier", ReferralResource.identifier(FIN, person.fin()));
        bundle.put("type", "searchset").put("timestamp", INSTANT.format(now));
        int matches = 0;
        Set<String> facilities = new LinkedHashSet<>();
        for (Facts.MedicalReferral referral : referrals) {
            ReferralResource resource = new ReferralResource(referral, patient);
            if (resource.hasMistakenTwin()) {
                entry(url("ServiceRequest", "twin " + referral.number()), resource.mistakenTwin(), "match");
                matches++;
            }
            entry(url("ServiceRequest", referral.number()), resource.write(), "match");
            matches++;
            if (referral.facility() != null) {
                facilities.add(referral.facility());
            }
        }
        bundle.put("total", matches);
        if (matches > 0) {
            entry(patient, patient(), "include");
            facilities.forEach(name -> entry(facility(name), organization(name), "include"));
            bundle.set("entry", entries);
        }
        return bundle;
    }

    private void entry(String url, ObjectNode resource, String mode) {
        ObjectNode entry = entries.addObject().put("fullUrl", url);
        entry.set("resource", resource);
        entry.putObject("search").put("mode", mode);
    }

    private ObjectNode patient() {
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient");
        resource.putArray("identifier").add(ReferralResource.identifier(FIN, person.fin()));
        return resource;
    }

    private static ObjectNode organization(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Organization")
                .put("name", name);
    }

    static String facility(String name) {
        return url("Organization", name);
    }

    private static String url(String type, String key) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((type + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
