package az.dost.vahid.journeys.lookup;

import az.dost.vahid.linked.Graph;
import az.dost.vahid.linked.LinkedWords;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who made a dossier, from what and when, in the words of PROV-O (W3C Recommendation of 30 April 2013). It is made of
 * what the dossier's reader is given anyway, and of that without the citizen and without any value of a fact. A person
 * stands in no address.
 */
final class DossierProvenance {
    private static final String ENTITY = "prov:Entity";
    private static final String AGENT = "prov:Agent";
    private static final String ACTIVITY = "prov:Activity";
    private static final String DERIVED = "prov:wasDerivedFrom";
    private static final String GENERATED = "prov:generatedAtTime";
    private static final String IDENTIFIER = "dct:identifier";
    private static final String DATE_TIME = "xsd:dateTime";
    private static final String PROACTIVE = "proactive:";
    private static final String CREDENTIAL = "credential:";
    private final String address;

    /** @param address where outsiders reach the gateway, without a slash at its end; empty for relative addresses */
    DossierProvenance(String address) {
        this.address = address;
    }

    /** @param content of a dossier, as it is given out: whole, or with its verdicts alone */
    Graph of(JsonNode content) {
        Graph graph = new Graph();
        new Story(graph, content).tell();
        return graph;
    }

    private String dossier(String id) {
        return address + "/v1/dossiers/" + id;
    }

    /** Of one dossier. */
    private final class Story {
        private final Graph graph;
        private final JsonNode content;
        private final String at;
        private final Graph.Thing dossier;
        private final Graph.Thing lookup;

        Story(Graph graph, JsonNode content) {
            this.graph = graph;
            this.content = content;
            this.at = dossier(text(content, "dossierId"));
            this.dossier = graph.thing(at);
            this.lookup = graph.thing(at + "#lookup");
        }

        void tell() {
            made(dossier.is(ENTITY).plain(IDENTIFIER, text(content, "dossierId")));
            if (content.has("completes")) {
                dossier.link(
                        "prov:wasRevisionOf",
                        graph.thing(dossier(text(content, "completes"))).is(ENTITY));
            }
            asked();
            content.path("sources").forEach(this::source);
            content.path("facts").properties().forEach(fact -> fact(fact.getKey(), fact.getValue()));
        }

        private Graph.Thing made(Graph.Thing entity) {
            return entity.link("prov:wasGeneratedBy", lookup).value(GENERATED, DATE_TIME, text(content, "assembledAt"));
        }

        /** The bus answered a system, which acted for an official, for a service or a right. */
        private void asked() {
            Graph.Thing bus = graph.thing(LinkedWords.DOST).is("prov:Organization", AGENT);
            Graph.Thing official =
                    graph.thing(at + "#official").is("prov:Person", AGENT).plain(IDENTIFIER, text(content, "official"));
            Graph.Thing requester = graph.thing(at + "#requester")
                    .is("prov:SoftwareAgent", AGENT)
                    .plain(IDENTIFIER, text(content, "requester"))
                    .link("prov:actedOnBehalfOf", official);
            Graph.Thing purpose = graph.thing(purpose(text(content, "service"))).is("prov:Plan", ENTITY);
            lookup.is(ACTIVITY)
                    .value("prov:endedAtTime", DATE_TIME, text(content, "assembledAt"))
                    .link("prov:wasAssociatedWith", bus)
                    .link("prov:wasAssociatedWith", requester)
                    .link(
                            "prov:qualifiedAssociation",
                            graph.thing(at + "#asked")
                                    .is("prov:Association")
                                    .link("prov:agent", requester)
                                    .link("prov:hadPlan", purpose));
            dossier.link("prov:wasAttributedTo", bus);
        }

        private String purpose(String service) {
            if (service.startsWith(CREDENTIAL)) {
                return address + "/v1/credentials/types/" + service.substring(CREDENTIAL.length());
            }
            return service.startsWith(PROACTIVE)
                    ? address + "/v1/rights#" + service.substring(PROACTIVE.length())
                    : address + "/v1/catalogue/services/" + service;
        }

        /** An agency that was asked, whatever became of it. */
        private void source(JsonNode row) {
            String id = text(row, "agency");
            Graph.Thing agency = graph.thing(LinkedWords.agency(address, id))
                    .is("prov:Organization", AGENT)
                    .plain(IDENTIFIER, id);
            String verdict = text(row, "verdict");
            Graph.Thing asking = graph.thing(at + "#source-" + id)
                    .is(ACTIVITY)
                    .link("prov:wasAssociatedWith", agency)
                    .link(
                            "dct:type",
                            graph.thing(address + "/v1/catalogue/words/values#dossier.source.verdict." + verdict)
                                    .is("skos:Concept")
                                    .plain("skos:notation", verdict));
            lookup.link("prov:wasInformedBy", asking);
            row.path("evidence").forEach(one -> {
                Graph.Thing evidence = evidence(one).link("prov:wasAttributedTo", agency);
                if (row.has("asOf")) {
                    evidence.value(GENERATED, DATE_TIME, text(row, "asOf"));
                }
                asking.link("prov:used", evidence);
                lookup.link("prov:used", evidence);
                dossier.link(DERIVED, evidence);
            });
        }

        /** What an agency answered with, byte by byte: its digest, and by whose certificate it was signed. */
        private Graph.Thing evidence(JsonNode one) {
            String id = text(one, "id");
            Graph.Thing evidence = evidence(id).plain(IDENTIFIER, id);
            String[] digest = text(one, "digest").split(":");
            evidence.link(
                    "spdx:checksum",
                    graph.thing(evidence.address() + ".digest")
                            .is("spdx:Checksum")
                            .link("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
                            .value("spdx:checksumValue", "xsd:hexBinary", digest[1]));
            if (one.has("signer")) {
                evidence.link(
                        "prov:wasAttributedTo",
                        graph.thing(evidence.address() + ".signer").is(AGENT).plain("rdfs:label", text(one, "signer")));
            }
            return evidence;
        }

        private Graph.Thing evidence(String id) {
            return graph.thing(at + "#evidence-" + id).is(ENTITY);
        }

        /** That it is known, and by which evidence; a field that came from elsewhere is a part of its own. */
        private void fact(String name, JsonNode fact) {
            JsonNode provenance = fact.path("provenance");
            Graph.Thing entity = part("#fact-" + name, name, dossier, provenance);
            provenance
                    .path("fields")
                    .properties()
                    .forEach(field -> part(
                            "#fact-" + name + "." + field.getKey(),
                            name + "." + field.getKey(),
                            entity,
                            field.getValue()));
        }

        private Graph.Thing part(String anchor, String name, Graph.Thing whole, JsonNode provenance) {
            return made(graph.thing(at + anchor).is(ENTITY).plain(IDENTIFIER, name))
                    .link("dct:isPartOf", whole)
                    .link(DERIVED, evidence(text(provenance, "evidence")));
        }
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
