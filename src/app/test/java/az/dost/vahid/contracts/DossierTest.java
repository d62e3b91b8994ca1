package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** The same dossier is right, or wrong, in JSON and in XML. */
class DossierTest {
    @Test
    void withEveryFieldFilledIsRightInJson() throws Exception {
        assertThat(Contracts.schema("dossier.schema.json").validate(ExampleDossier.whole()))
                .isEmpty();
    }

    @Test
    void withEveryFieldFilledIsRightInXml() throws Exception {
        DossierXml.validate(DossierXml.of(ExampleDossier.whole()));
    }

    @Test
    void carriesItsXmlSignatureAsLastChild() throws Exception {
        var signed = DossierXml.of(ExampleDossier.whole());
        var signature = signed.createElementNS("http://www.w3.org/2000/09/xmldsig#", "Signature");
        signed.getDocumentElement().appendChild(signature);
        DossierXml.validate(signed);
    }

    static List<Named<Consumer<ObjectNode>>> damages() {
        return List.of(
                Named.of("without a subject", dossier -> dossier.remove("subject")),
                Named.of("without sources", dossier -> dossier.putArray("sources")),
                Named.of(
                        "with an instant without zone", dossier -> dossier.put("assembledAt", "2026-01-31T08:15:30.1")),
                Named.of(
                        "with a FIN that has the letter O",
                        dossier -> at(dossier, "/subject").put("fin", "5KM2X7O")),
                Named.of(
                        "with an unknown verdict",
                        dossier -> at(dossier, "/sources/0").put("verdict", "MAYBE")),
                Named.of(
                        "with a fact nobody defined",
                        dossier -> at(dossier, "/facts").putObject("horoscope")),
                Named.of(
                        "with a fact of unknown origin",
                        dossier -> at(dossier, "/facts/death").remove("provenance")),
                Named.of(
                        "with a field nobody defined",
                        dossier -> at(dossier, "/facts/death/value").put("cause", "age")),
                Named.of(
                        "without a field that must be",
                        dossier -> at(dossier, "/facts/death/value").remove("date")),
                Named.of(
                        "with a decimal comma",
                        dossier -> at(dossier, "/facts/income/value/0").put("gross", "9,50")));
    }

    private static ObjectNode at(ObjectNode dossier, String pointer) {
        return (ObjectNode) dossier.at(pointer);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isWrongInJson(Consumer<ObjectNode> damage) throws Exception {
        ObjectNode dossier = ExampleDossier.whole();
        damage.accept(dossier);
        assertThat(Contracts.schema("dossier.schema.json").validate(dossier)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isWrongInXml(Consumer<ObjectNode> damage) throws Exception {
        ObjectNode dossier = ExampleDossier.whole();
        damage.accept(dossier);
        var document = DossierXml.of(dossier);
        assertThatExceptionOfType(SAXException.class).isThrownBy(() -> DossierXml.validate(document));
    }
}
