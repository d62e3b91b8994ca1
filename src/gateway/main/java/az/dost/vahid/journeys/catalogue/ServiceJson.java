package az.dost.vahid.journeys.catalogue;

import az.dost.vahid.passport.Passport.PaperDocument;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A service as callers read it: what is not published is left out. */
final class ServiceJson {
    private final CatalogueService service;

    ServiceJson(CatalogueService service) {
        this.service = service;
    }

    /** A row of a list. */
    ObjectNode heading() {
        ObjectNode json = head();
        json.put("described", service.passport() != null);
        texts(json, "channels", service.channels());
        texts(json, "audience", service.audience());
        return json.put("papers", service.papers().size())
                .put(
                        "replaced",
                        service.papers().stream()
                                .filter(paper -> PaperReplacement.of(paper) == PaperReplacement.REPLACED)
                                .count());
    }

    /** All that is known. */
    ObjectNode whole() {
        ObjectNode json = head();
        if (service.listed().named().isObject()) {
            json.set("named", service.listed().named());
        }
        if (service.passport() == null) {
            texts(json, "channels", service.channels());
            texts(json, "audience", service.audience());
            return json;
        }
        json.put("legalBasis", service.passport().legalBasis());
        service.passport().facts().forEach(json.withArray("facts")::add);
        ArrayNode papers = json.putArray("papers");
        service.papers().forEach(paper -> papers.add(paper(paper)));
        service.description().properties().stream()
                .filter(member -> !json.has(member.getKey()))
                .forEach(member -> json.set(member.getKey(), member.getValue()));
        return json;
    }

    private ObjectNode head() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", service.code());
        if (service.officialId() != null) {
            json.put("officialId", service.officialId());
        }
        json.put("family", service.family()).set("title", service.title());
        return json.put("status", service.listed().status());
    }

    /** A paper without the services that ask for it. */
    static ObjectNode paper(PaperDocument paper) {
        ObjectNode json = named(paper).put("concerns", paper.concerns().word());
        return found(json, paper);
    }

    static ObjectNode named(PaperDocument paper) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", paper.id());
        json.set("title", WordJson.of(paper.title()));
        return json;
    }

    /** With where it is from, as far as that is known. */
    static ObjectNode found(ObjectNode json, PaperDocument paper) {
        json.put("replacement", PaperReplacement.of(paper).name());
        if (paper.fact() != null) {
            json.put("fact", paper.fact()).put("register", paper.register());
        }
        if (paper.obtained() != null) {
            json.put("obtained", paper.obtained().name());
        }
        return json;
    }

    private static void texts(ObjectNode json, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(member)::add);
        }
    }
}
