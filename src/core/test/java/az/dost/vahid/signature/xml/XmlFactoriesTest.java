package az.dost.vahid.signature.xml;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlFactoriesTest {
    private static final String SECRET = "1ABCDE2";

    @TempDir
    static Path folder;

    /** Documents that declare a document type; each name says what it is for. */
    static Stream<Named<String>> declaring() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        Path dtd = Files.writeString(folder.resolve("other.dtd"), "<!ENTITY secret '" + SECRET + "'>");
        Map<String, String> documents = new TreeMap<>();
        documents.put("a document type alone", "<!DOCTYPE a><a/>");
        documents.put("an internal entity", "<!DOCTYPE a [<!ENTITY secret '" + SECRET + "'>]><a>&secret;</a>");
        documents.put(
                "a file as entity", "<!DOCTYPE a [<!ENTITY secret SYSTEM '" + secret.toUri() + "'>]><a>&secret;</a>");
        documents.put("a file as document type", "<!DOCTYPE a SYSTEM '" + dtd.toUri() + "'><a>&secret;</a>");
        documents.put(
                "a parameter entity",
                "<!DOCTYPE a [<!ENTITY % all SYSTEM '" + dtd.toUri() + "'> %all;]><a>&secret;</a>");
        documents.put("an entity bomb", bomb());
        documents.put("a default attribute", "<!DOCTYPE a [<!ATTLIST a Id CDATA 'Body'>]><a/>");
        return documents.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i <= 30; i++) {
            bomb.append("<!ENTITY e")
                    .append(i)
                    .append(" '&e")
                    .append(i - 1)
                    .append(";&e")
                    .append(i - 1)
                    .append(";'>");
        }
        return bomb.append("]><a>&e30;</a>").toString();
    }

    @ParameterizedTest
    @MethodSource("declaring")
    void a_document_that_declares_its_type_is_refused(String xml) {
        assertRefused(Reason.MALFORMED, () -> XmlFactories.parse(bytes(xml)));
    }

    @ParameterizedTest
    @MethodSource("declaring")
    void a_stream_gives_no_entity_and_no_default(String xml) {
        StringBuilder read = new StringBuilder();
        try {
            XMLStreamReader reader =
                    XmlFactories.streaming().createXMLStreamReader(new ByteArrayInputStream(bytes(xml)));
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement()) {
                    assertThat(reader.getAttributeCount()).isZero();
                } else if (reader.isCharacters()) {
                    read.append(reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            // refused, which is as good
        }
        assertThat(read).isEmpty();
    }

    static Stream<Named<byte[]>> malformed() {
        return Stream.of(
                Named.of("nothing", new byte[0]),
                Named.of("text", bytes("hello")),
                Named.of("JSON", bytes("{\"a\":1}")),
                Named.of("two roots", bytes("<a/><b/>")),
                Named.of("an open element", bytes("<a><b></a>")),
                Named.of("an unknown prefix", bytes("<p:a/>")),
                Named.of("an unknown entity", bytes("<a>&x;</a>")),
                Named.of("an attribute twice", bytes("<a b='' b=''/>")),
                Named.of("a zero", bytes("<a>\0</a>")),
                Named.of("half a letter", new byte[] {'<', 'a', '>', (byte) 0xC3, '<', '/', 'a', '>'}),
                Named.of("an unknown encoding", bytes("<?xml version='1.0' encoding='x'?><a/>")),
                Named.of(
                        "attributes without an end",
                        bytes("<a "
                                + IntStream.range(0, 20_000)
                                        .mapToObj(i -> "b" + i + "='' ")
                                        .collect(Collectors.joining())
                                + "/>")),
                Named.of("deep nesting", bytes("<a>".repeat(100_000) + "</a>".repeat(100_000))));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void bytes_that_are_no_sound_document_are_refused(byte[] xml) {
        assertRefused(Reason.MALFORMED, () -> XmlFactories.parse(xml));
    }

    @Test
    void neither_the_exception_nor_the_console_shows_what_was_in_the_document() {
        PrintStream console = System.err;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setErr(new PrintStream(shown, true));
        try {
            assertThatThrownBy(
                            () -> XmlFactories.parse(bytes("<a " + SECRET + "='" + SECRET + "'><" + SECRET + "></a>")))
                    .hasMessageNotContaining(SECRET)
                    .hasNoCause();
        } finally {
            System.setErr(console);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void an_inclusion_is_left_as_it_stands() throws IOException {
        Path secret = Files.writeString(folder.resolve("included.txt"), SECRET);
        String xml = "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include parse='text' href='" + secret.toUri()
                + "'/></a>";
        assertThat(XmlFactories.parse(bytes(xml)).getDocumentElement().getTextContent())
                .isEmpty();
    }

    @Test
    void the_letters_of_every_declared_encoding_are_read() {
        String xml = "<?xml version='1.0' encoding='UTF-16'?><a>Şəhid</a>";
        assertThat(XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_16))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("Şəhid");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
