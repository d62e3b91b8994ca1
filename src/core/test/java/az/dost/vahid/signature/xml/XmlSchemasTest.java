package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.signature.xml.XmlSchemas.Misfit;
import az.dost.vahid.signature.xml.XmlSchemas.SchemaText;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** Documents are held to schemas, each misfit told at its line; a hostile schema reads and fetches nothing. */
class XmlSchemasTest {
    private static final String ID = "schema://contract/one";
    private static final int TRIES = 300;
    private static final String SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a" elementFormDefault="qualified"><xs:import namespace="urn:b" schemaLocation="b.xsd"/>
              <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" maxOccurs="3"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2,5}"/>
              </xs:restriction></xs:simpleType></xs:element><xs:choice><xs:element name="c" type="xs:date"/><xs:any/></xs:choice></xs:sequence><xs:attribute name="d" type="xs:int"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;
    private static final String DOCUMENT =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><s:Header><h/></s:Header>"
                    + "<s:Body><a xmlns='urn:a' d='7'><b>ABC</b><b>\u0130</b><c i:nil='true'>2026-11-28</c></a></s:Body></s:Envelope>";
    private final List<Misfit> mistakes = new ArrayList<>();

    private Optional<XmlSchemas> schemas(String text) {
        return XmlSchemas.of(new SchemaText(ID, text), (namespace, location) -> null, mistakes::add);
    }

    private List<Misfit> misfits(String content, String document) throws XMLStreamException {
        return schemas("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">" + content + "</xs:schema>")
                .orElseThrow()
                .misfits(new StringReader(document));
    }

    @Test
    void a_value_that_does_not_fit_is_told_once_with_its_line_and_path() throws XMLStreamException {
        List<Misfit> misfits = misfits(
                "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' type='xs:int'/></xs:sequence></xs:complexType></xs:element>",
                "<a>\n<b>x</b></a>");
        assertThat(misfits).singleElement().satisfies(misfit -> {
            assertThat(misfit.line()).isEqualTo(2);
            assertThat(misfit.path()).isEqualTo("/a/b");
            assertThat(misfit.message()).contains("'x'").doesNotContain("cvc-");
        });
    }

    @Test
    void all_that_does_not_fit_is_told() throws XMLStreamException {
        assertThat(misfits(
                        "<xs:element name='a'><xs:complexType><xs:sequence><xs:element name='b' type='xs:int' maxOccurs='3'/></xs:sequence></xs:complexType></xs:element>",
                        "<a><b>x</b><b>1</b><b>y</b></a>"))
                .hasSize(2);
    }

    @Test
    void a_prefix_of_the_envelope_is_known_to_xsi_type() throws XMLStreamException {
        assertThat(
                        misfits(
                                "<xs:element name='a'/>",
                                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:x='http://www.w3.org/2001/XMLSchema'"
                                        + " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><s:Header><h xmlns='urn:h'><i/></h></s:Header><s:Body><a i:type='x:int'>1</a></s:Body></s:Envelope>"))
                .isEmpty();
    }

    @Test
    void a_schema_that_declares_a_document_type_is_refused() {
        assertThat(
                        schemas(
                                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"))
                .isEmpty();
        assertThat(mistakes)
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).containsIgnoringCase("doctype"));
    }

    @Test
    void nothing_is_fetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            schemas(
                    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:import namespace='urn:x' schemaLocation='http://localhost:"
                            + server.getAddress().getPort() + "/x.xsd'/><xs:include schemaLocation='http://localhost:"
                            + server.getAddress().getPort() + "/y.xsd'/></xs:schema>");
        } finally {
            server.stop(0);
        }
        assertThat(asked.get()).isZero();
        assertThat(mistakes).isNotEmpty();
    }

    @Test
    void what_is_wrong_with_a_schema_is_told_and_the_rest_of_it_is_used() throws XMLStreamException {
        List<Misfit> misfits =
                misfits("\n<xs:element name='a' type='xs:int'/>\n<xs:element name='b' type='nothing'/>", "<a>x</a>");
        assertThat(mistakes).anySatisfy(mistake -> assertThat(mistake.line()).isEqualTo(3));
        assertThat(misfits).hasSize(1);
    }

    @Test
    void mutilated_schemas_are_refused_or_used() {
        Fuzz.of(bytes(SCHEMA), TRIES).read(input -> schemas(new String(input, StandardCharsets.UTF_8)));
    }

    @Test
    void mutilated_documents_are_held_or_are_no_xml() {
        XmlSchemas sound = schemas(SCHEMA).orElseThrow();
        Fuzz.of(bytes(DOCUMENT), TRIES)
                .read(
                        input -> {
                            String document = new String(input, StandardCharsets.UTF_8);
                            XmlRoot.of(document);
                            sound.misfits(new StringReader(document));
                        },
                        XMLStreamException.class);
    }

    private static List<byte[]> bytes(String text) {
        return List.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
