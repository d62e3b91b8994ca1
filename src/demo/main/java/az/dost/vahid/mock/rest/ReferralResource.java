package az.dost.vahid.mock.rest;

import az.dost.vahid.mock.population.Facts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** One referral as a FHIR R4 ServiceRequest. */
final class ReferralResource {
    private static final String NUMBER = "urn:e-sehiyye:sid:gonderis";
    private static final String KIND = "urn:e-sehiyye:cs:gonderis-novu";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final Map<String, String> KINDS =
            Map.of("PROSTHESIS", "PRT", "WHEELCHAIR", "ELA", "SANATORIUM", "SAN", "TREATMENT", "MUA");
    private static final Map<String, String> DISPLAYS =
            Map.of("PRT", "Protez", "ELA", "Əlil arabası", "SAN", "Sanatoriya", "MUA", "Müalicə");
    private final Facts.MedicalReferral referral;
    private final String patient;

    ReferralResource(Facts.MedicalReferral referral, String patient) {
        this.referral = referral;
        this.patient = patient;
    }

    ObjectNode write() {
        return resource(referral.status().toLowerCase(Locale.ROOT).replace('_', '-'), referral.number());
    }

    /** Some doctors type a referral twice: the first one stays in the register, marked as a mistake. */
    boolean hasMistakenTwin() {
        return Math.floorMod(referral.number().hashCode(), 4) == 0;
    }

    ObjectNode mistakenTwin() {
        return resource("entered-in-error", referral.number() + "-S");
    }

    private ObjectNode resource(String status, String number) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest");
        restrict(resource);
        resource.putArray("identifier").add(identifier(NUMBER, number));
        resource.put("status", status).put("intent", "order");
        String kind = KINDS.get(referral.kind());
        resource.putArray("category")
                .addObject()
                .putArray("coding")
                .add(coding(KIND, kind).put("display", DISPLAYS.get(kind)));
        resource.putObject("subject").put("reference", patient);
        resource.put("authoredOn", authoredOn());
        if (referral.facility() != null) {
            resource.putObject("requester").put("reference", ReferralBundle.facility(referral.facility()));
        }
        if (referral.icd10() != null) {
            // The ministry's own diagnosis groups come first, as in its other resources.
            resource.putArray("reasonCode")
                    .addObject()
                    .putArray("coding")
                    .add(coding(
                            "urn:e-sehiyye:cs:xestelik-qrupu", referral.icd10().substring(0, 1)))
                    .add(coding(ICD_10, referral.icd10()));
        }
        return resource;
    }

    /** A FHIR dateTime may be a bare day: referrals taken over from paper have no time. */
    private String authoredOn() {
        return Math.floorMod(referral.number().hashCode(), 3) == 0
                ? referral.issuedOn().toString()
                : referral.issuedOn() + "T00:45:00+04:00";
    }

    static ObjectNode identifier(String system, String value) {
        return JsonNodeFactory.instance.objectNode().put("system", system).put("value", value);
    }

    private static ObjectNode coding(String system, String code) {
        return JsonNodeFactory.instance.objectNode().put("system", system).put("code", code);
    }

    /** Labels a resource as restricted health data and returns its {@code meta}. */
    static ObjectNode restrict(ObjectNode resource) {
        ObjectNode meta = resource.putObject("meta");
        meta.putArray("security").add(coding(CONFIDENTIALITY, "R"));
        return meta;
    }
}
