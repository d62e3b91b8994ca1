package az.dost.vahid.linked;

import java.util.Locale;

/** The vocabularies that our graphs speak, each by the name that stands before its terms. */
enum Prefix {
    ADMS("http://www.w3.org/ns/adms#"),
    /** Classes of the EU's Core Vocabularies, those of CCCEV among them. */
    CV("http://data.europa.eu/m8g/"),
    CPSV("http://purl.org/vocab/cpsv#"),
    DCAT("http://www.w3.org/ns/dcat#"),
    DCT("http://purl.org/dc/terms/"),
    ELI("http://data.europa.eu/eli/ontology#"),
    FOAF("http://xmlns.com/foaf/0.1/"),
    ORG("http://www.w3.org/ns/org#"),
    PROV("http://www.w3.org/ns/prov#"),
    RDFS("http://www.w3.org/2000/01/rdf-schema#"),
    SKOS("http://www.w3.org/2004/02/skos/core#"),
    SPDX("http://spdx.org/rdf/terms#"),
    XSD("http://www.w3.org/2001/XMLSchema#");

    private final String namespace;

    Prefix(String namespace) {
        this.namespace = namespace;
    }

    String namespace() {
        return namespace;
    }

    /** As it stands before a colon. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The whole address of a term.
     *
     * @param name such as {@code dct:title}
     * @throws IllegalArgumentException where nobody here speaks that vocabulary
     */
    static String whole(String name) {
        int colon = name.indexOf(':');
        return valueOf(name.substring(0, colon).toUpperCase(Locale.ROOT)).namespace + name.substring(colon + 1);
    }
}
