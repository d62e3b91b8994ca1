package az.dost.vahid.linked;

import az.dost.vahid.signature.key.Sha256;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;

/** Our words as concepts, and what services and rights are said with alike. */
public final class LinkedWords {
    /** Who runs the bus, as the catalogue of open data names it. */
    public static final String DOST = "urn:az:dost";

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String AZERBAIJAN = EU + "country/AZE";
    /** So many of a digest tell the laws apart that a catalogue quotes. */
    private static final int DIGITS = 16;

    private final Graph graph;
    private final String address;
    private final Wordbook words;

    /** @param address where outsiders reach the gateway, without a slash at its end; empty for relative addresses */
    public LinkedWords(Graph graph, String address, Wordbook words) {
        this.graph = graph;
        this.address = address;
        this.words = words;
    }

    /**
     * A value of ours as a concept.
     *
     * @param group of the words for values, such as {@code passport.channel}
     */
    public Graph.Thing value(String group, String value) {
        String key = group + "." + value;
        Word word = word("values", key, value);
        return graph.thing(address + "/v1/catalogue/words/values#" + key)
                .is("skos:Concept")
                .plain("skos:notation", value)
                .texts("skos:prefLabel", word.az(), word.en());
    }

    /**
     * A field of a fact, or a fact, as a concept of information (CCCEV 2.1.0). Its shapes want {@code skos:prefLabel}
     * without a language, so the words in their languages are labels.
     *
     * @param place such as {@code identity.birthDate}
     */
    public Graph.Thing information(String place) {
        Word word = word("facts", place, place);
        return information(address + "/v1/catalogue/words/facts#" + place, place, word.az(), word.en());
    }

    /** The same of what no register of ours has. */
    public Graph.Thing information(String at, String code, String az, String en) {
        return graph.thing(at)
                .is("cv:InformationConcept")
                .plain("dct:identifier", code)
                .plain("skos:prefLabel", en)
                .texts("rdfs:label", az, en);
    }

    private Word word(String kind, String key, String otherwise) {
        return words.of(kind).getOrDefault(key, new Word(otherwise, otherwise));
    }

    public Graph.Thing dost() {
        return authority(
                DOST,
                "dost",
                "Dayanıqlı və Operativ Sosial Təminat Agentliyi (DOST)",
                "Agency of Sustainable and Operative Social Provision (DOST)");
    }

    /** An agency whose register can be asked. */
    public Graph.Thing agency(String id, String az, String en) {
        return authority(agency(address, id), id, az, en);
    }

    /** The address of an agency. @param address as for a whole graph */
    public static String agency(String address, String id) {
        return address + "/v1/catalogue/agencies#" + id;
    }

    /** The address of a type of life events. */
    public String event(String type) {
        return address + "/v1/catalogue/events#" + type;
    }

    /** A public organisation; all of ours are there for the whole country. */
    public Graph.Thing authority(String at, String identifier, String az, String en) {
        Graph.Thing country = graph.thing(AZERBAIJAN).is("dct:Location");
        return graph.thing(at)
                .is("cv:PublicOrganisation", "org:Organization", "foaf:Agent")
                .plain("dct:identifier", identifier)
                .texts("dct:title", az, en)
                .texts("skos:prefLabel", az, en)
                .link("dct:spatial", country);
    }

    /**
     * A law, by its words.
     *
     * @param text in English, as a passport or a right quotes it
     */
    public Graph.Thing law(String text) {
        return graph.thing(address + "/v1/catalogue#law-" + Sha256.hex(text).substring(0, DIGITS))
                .is("eli:LegalResource", "cv:ReferenceFramework")
                .text("dct:title", "en", text);
    }
}
