package az.dost.vahid.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the contract of citizens answers, to be laid out by tests. */
final class OwnData {
    static final String ID = "01a21d9e-0000-7afe-8c9a-88fd6dac9300";
    static final String CORRECTION = "01a21d9e-0000-7afe-8c9a-88fd6dac9400";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ObjectNode lookup(String id, String at) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", id)
                .put("at", at)
                .put("outcome", "ANSWERED")
                .put("official", "a.mammadova")
                .put("caseRef", "DOST-1/2026/004711");
        json.putObject("requester").put("id", "centre-1-desk").put("name", "DOST Centre No. 1, the clerks' desk");
        ObjectNode service = json.putObject("service").put("code", "ccu-car");
        service.putObject("title").put("az", "Avtomobil").put("en", "Car");
        service.put(
                "legalBasis",
                "Presidential Decree No. 1380 of 25 June 2021; Law on the Rights of Persons with Disabilities of 31 May 2018");
        json.putArray("facts").add("identity").add("vehicles").add("disability").add("housingQueue");
        json.putObject("verdicts")
                .put("identity-register", "ANSWERED")
                .put("traffic-police", "NO_RECORD")
                .put("disability", "TIMED_OUT")
                .put("social-services", "STALE");
        json.putObject("receipt").put("sequence", 7).putArray("path");
        return json;
    }

    static ObjectNode lookup() {
        return lookup(ID, "2026-11-27T09:30:00Z");
    }

    static ObjectNode refused() {
        ObjectNode json = lookup("01a21d9e-0000-7afe-8c9a-88fd6dac9301", "2026-11-26T21:30:00Z")
                .put("outcome", "REFUSED")
                .put("code", "NOT_GRANTED");
        json.remove("verdicts");
        json.remove("receipt");
        return json;
    }

    /** One that says as little as there can be. */
    static ObjectNode bare() {
        return JSON.createObjectNode()
                .put("id", "01a21d9e-0000-7afe-8c9a-88fd6dac9302")
                .put("at", "2026-10-31T21:30:00Z")
                .put("outcome", "REFUSED");
    }

    static ObjectNode question(String state) {
        ObjectNode question = JSON.createObjectNode()
                .put("at", "2026-11-27T10:00:00Z")
                .put("state", state)
                .put("text", "Həmin gün heç bir mərkəzə getməmişəm.\nNiyə soruşublar?");
        if (state.equals("ANSWERED")) {
            question.put("answeredAt", "2026-11-28T06:00:00Z")
                    .put("finding", "MISUSE")
                    .put("note", "Bu nömrəli iş yoxdur");
        }
        return question;
    }

    static ObjectNode lookups(int withheld, ObjectNode... lookups) {
        ObjectNode json = JSON.createObjectNode().put("withheld", withheld);
        json.putArray("lookups");
        for (ObjectNode one : lookups) {
            json.withArray("/lookups").add(one);
        }
        if (lookups.length > 0) {
            json.withArray("/audits")
                    .addObject()
                    .put("at", "2026-11-28T06:00:00Z")
                    .put("official", "z.rzayeva")
                    .put("from", "2026-10-01")
                    .put("to", "2026-11-27")
                    .putObject("requester")
                    .put("id", "audit-office")
                    .put("name", "Audit office");
        }
        return json;
    }

    static ObjectNode mixUps(boolean shown) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode one = json.putArray("mixUps")
                .addObject()
                .put("id", ID)
                .put("at", "2026-11-20T06:00:00Z")
                .put("agency", "traffic-police");
        one.putObject("requester").put("id", "centre-1-desk").put("name", "DOST Centre No. 1, the clerks' desk");
        one.putArray("shown");
        if (shown) {
            ObjectNode who = one.withArray("/shown")
                    .addObject()
                    .put("at", "2026-11-21T06:00:00Z")
                    .put("official", "z.rzayeva");
            who.putObject("requester").put("id", "audit-office").put("name", "Audit office");
        }
        return json;
    }

    static ObjectNode correction(String state) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", CORRECTION)
                .put("agency", "identity-register")
                .put("state", state)
                .put("fact", "address")
                .put("claim", "Mən mayda köçmüşəm.\nİndi 12-ci mənzildə yaşayıram.");
        var steps = json.putArray("steps");
        steps.addObject().put("state", "RECEIVED").put("at", "2026-11-25T06:00:00Z");
        if (!state.equals("RECEIVED")) {
            steps.addObject().put("state", "SENT").put("at", "2026-11-25T06:01:00Z");
            steps.addObject()
                    .put("state", state)
                    .put("at", "2026-11-26T06:00:00Z")
                    .put("note", "Sənəddə 11-ci mənzil göstərilib");
        }
        return json;
    }

    static ObjectNode corrections(ObjectNode... some) {
        ObjectNode json = JSON.createObjectNode();
        json.putArray("corrections");
        for (ObjectNode one : some) {
            json.withArray("/corrections").add(one);
        }
        return json;
    }

    static ObjectNode agencies() {
        ObjectNode json = JSON.createObjectNode();
        var all = json.putArray("agencies");
        all.addObject()
                .put("id", "identity-register")
                .putArray("facts")
                .add("identity")
                .add("address");
        all.addObject()
                .put("id", "local-executive")
                .putArray("facts")
                .add("household")
                .add("housing")
                .add("address");
        all.addObject().put("id", "pensions").putArray("facts").add("benefits");
        return json;
    }

    static final String OFFER = "01a21d9e-0000-7afe-8c9a-88fd6dac9500";

    /** @param state of {@code offers.openapi.yaml} */
    static ObjectNode offer(String state) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", OFFER)
                .put("right", "birth-allowance")
                .put("awardedBy", "pensions")
                .put("state", state)
                .put("until", "2026-12-27T09:30:00Z")
                .put("jws", "a.b.c");
        ObjectNode text =
                json.putObject("offer").put("right", "birth-allowance").put("dossierId", ID);
        text.putObject("title")
                .put("az", "Uşağın anadan olmasına görə müavinət")
                .put("en", "Birth allowance");
        text.putObject("amount")
                .put("azn", "600.00")
                .putObject("of")
                .put("az", "Bir dəfə")
                .put("en", "Once");
        ObjectNode condition = text.putArray("conditions")
                .addObject()
                .put("id", "registered")
                .put("article", "7.1")
                .put("outcome", "HOLDS");
        condition.putObject("title").put("az", "Doğum qeydə alınıb").put("en", "The birth is registered");
        condition
                .putArray("facts")
                .addObject()
                .put("fact", "family.children")
                .put("source", "civil-status")
                .put("asOf", "2026-11-25T01:59:36.791Z");
        return json;
    }

    static ObjectNode rights(ObjectNode... offers) {
        ObjectNode json = JSON.createObjectNode();
        var looks = json.putArray("looks");
        if (offers.length > 0) {
            ObjectNode look = looks.addObject()
                    .put("lookup", ID)
                    .put("right", "birth-allowance")
                    .put("outcome", "ENTITLED");
            look.putObject("title")
                    .put("az", "Uşağın anadan olmasına görə müavinət")
                    .put("en", "Birth allowance");
            looks.addObject()
                    .put("lookup", ID)
                    .put("right", "care-to-three-allowance")
                    .put("outcome", "UNDECIDED");
        }
        json.putArray("offers");
        for (ObjectNode one : offers) {
            json.withArray("/offers").add(one);
        }
        return json;
    }

    static final String CREDENTIAL = "01a21d9e-0000-7afe-8c9a-88fd6dac9600";

    /** @param states of {@code credentials.openapi.yaml}, one for each that was asked for */
    static ObjectNode credentials(String... states) {
        ObjectNode json = JSON.createObjectNode();
        var types = json.putArray("types");
        disability(types.addObject().put("type", "disability"));
        types.addObject()
                .put("type", "pension")
                .putObject("title")
                .put("az", "Pensiyaçı")
                .put("en", "Pensioner");
        var own = json.putArray("credentials");
        for (String state : states) {
            ObjectNode one = own.addObject()
                    .put("credentialId", CREDENTIAL)
                    .put("type", "disability")
                    .put("state", state)
                    .put("askedAt", "2026-11-25T09:30:00Z");
            disability(one);
            if (!state.equals("UNFOUNDED")) {
                one.put("expires", "2027-02-23T20:00:00Z").put("lookup", ID);
            }
        }
        return json;
    }

    /** As the gateway tells it once. */
    static ObjectNode offeredCredential() {
        return disability(
                        JSON.createObjectNode().put("credentialId", CREDENTIAL).put("type", "disability"))
                .put("state", "OFFERED")
                .put("expires", "2027-02-23T20:00:00Z")
                .put("until", "2126-11-25T09:40:00Z")
                .put("transactionCode", "493536")
                .put(
                        "offerUri",
                        "openid-credential-offer://?credential_offer=%7B%22credential_issuer%22%3A%22https%3A%2F%2Fvahid.example.az%22%2C%22credential_configuration_ids%22%3A%5B%22disability%22%5D%2C%22grants%22%3A%7B%22urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code%22%3A%7B%22pre-authorized_code%22%3A%22oaKazRN8I0IbtZ0C7JuMn5oaKazRN8I0IbtZ0C7JuM%22%2C%22tx_code%22%3A%7B%22length%22%3A6%2C%22input_mode%22%3A%22numeric%22%7D%7D%7D%7D");
    }

    private static ObjectNode disability(ObjectNode json) {
        json.putObject("title").put("az", "Əlillik").put("en", "Disability");
        return json;
    }

    private OwnData() {}
}
