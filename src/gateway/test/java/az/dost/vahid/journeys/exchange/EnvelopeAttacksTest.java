package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An envelope that two readers could read differently is refused; one that all read alike is not. */
@Tag("attack")
class EnvelopeAttacksTest {
    private static final String SOUND = SoapMessages.request("findAct", "v1", "1");
    private static final String CODE = "<iden:memberCode>desk</iden:memberCode>";

    private static SoapHead head(byte[] envelope) throws XMLStreamException {
        return new SoapEnvelope(envelope).head();
    }

    private static void refused(String envelope) {
        assertThat(envelope).as("the attack is in it").isNotEqualTo(SOUND);
        assertThatThrownBy(() -> head(envelope.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfAny(ExchangeFault.class, XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d<x/>esk",
                "d<iden:x>e</iden:x>sk",
                "d<!-- -->esk",
                "d<?x y?>esk",
                "<![CDATA[d]]>esk",
                "<![CDATA[desk]]>",
                " desk",
                "desk ",
                "desk\n",
                "\u00A0desk",
                "\u2003desk",
                "d\u00ADesk",
                "desk</iden:memberCode><iden:memberCode>desk",
                "desk</iden:memberCode>registry<iden:x>",
                "&#37;64esk",
                "desk\u0000",
                "desk&#0;",
                "&desk;",
                "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:a\"/>"
            })
    void an_identifier_is_one_text(String text) {
        refused(SOUND.replaceFirst(
                "<iden:memberCode>desk<", java.util.regex.Matcher.quoteReplacement("<iden:memberCode>" + text + "<")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'",
                "href='#other'",
                "soapenv:actor='urn:another'",
                "x='1' x='2'",
                "xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd' w:Id='a' soapenv:w='1'"
            })
    void an_identifier_has_no_attribute_that_changes_it(String attribute) {
        refused(SOUND.replace(CODE, CODE.replaceFirst(">", " " + attribute + ">")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<soapenv:Header> | <soapenv:Header/><soapenv:Header>",
                "<soapenv:Header> | <soapenv:Header></soapenv:Header><soapenv:Header>",
                "<soapenv:Body> | <soapenv:Body><x:first xmlns:x='urn:x'/>",
                "</soapenv:Body> | <x:second xmlns:x='urn:x'/></soapenv:Body>",
                "</soapenv:Body> | text</soapenv:Body>",
                "</soapenv:Body> | </soapenv:Body><soapenv:Body><x:findAct xmlns:x='urn:test:acts'/></soapenv:Body>",
                "</soapenv:Body> | </soapenv:Body><x:tail xmlns:x='urn:x'/>",
                "</soapenv:Envelope> | </soapenv:Envelope><soapenv:Envelope/>",
                "</soapenv:Envelope> | </soapenv:Envelope>tail",
                "</soapenv:Envelope> | </soapenv:Envelope><?tail x?>",
                "<soapenv:Envelope | <?pi x?><soapenv:Envelope",
                "<soapenv:Envelope | <!DOCTYPE a><soapenv:Envelope",
                "<soapenv:Body> | <soapenv12:Body xmlns:soapenv12='http://www.w3.org/2003/05/soap-envelope'/><soapenv:Body>",
                "<x:number> | <soapenv:Body/><x:number>",
                "<x:number> | <s:Header xmlns:s='http://www.w3.org/2003/05/soap-envelope'/><x:number>",
                "<x:number> | <xro:client/><x:number>",
                "<x:number> | <xro:service/><x:number>",
                "<x:number> | <?pi x?><x:number>",
                "<xro:client | <xro:client/><xro:client",
                "<xro:client | <xro:Client/><xro:client",
                "<xro:client | <client/><xro:client",
                "<xro:client | <v:client xmlns:v='http://x-road.ee/xsd/x-road.xsd'/><xro:client",
                "<xro:client | <w:wrap xmlns:w='urn:w'><xro:client/></w:wrap><xro:client",
                "<xro:client | <w:wrap xmlns:w='urn:w'><iden:memberCode>registry</iden:memberCode></w:wrap><xro:client",
                "<xro:client | <w:wrap xmlns:w='urn:w'><soapenv:Header/></w:wrap><xro:client",
                "<xro:client | <xro:other/><xro:client",
                "<xro:client | text<xro:client",
                "objectType=\"SUBSYSTEM\" | objectType=\"MEMBER\"",
                "objectType=\"SERVICE\" | objectType=\"SERVER\"",
                "</xro:client> | text</xro:client>",
                "</xro:client> | <iden:serviceCode>x</iden:serviceCode></xro:client>",
                "</xro:client> | <memberCode>registry</memberCode></xro:client>",
                "</xro:service> | </xro:service><xro:service iden:objectType='SERVICE'/>",
                "<x:number> | <x:number xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd' w:Id='a'><w:x w:Id='a'/>",
                "<x:number> | <x:number xml:id='a'><x:y xml:id='a'/>",
                "1.0\" encoding | 1.1\" encoding",
                "encoding=\"UTF-8\" | encoding=\"UTF-7\"",
                "encoding=\"UTF-8\" | encoding=\"ISO-8859-1\"",
                "encoding=\"UTF-8\" | encoding=\"UTF-16\""
            })
    void there_is_one_envelope_one_header_one_body_and_nothing_beside_them(String sound, String attack) {
        refused(SOUND.replace(sound, attack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037"})
    void another_encoding_is_refused(String charset) {
        for (String text : List.of(SOUND, SOUND.replaceFirst("<.xml.*?>", ""))) {
            assertThatThrownBy(() -> head(text.getBytes(Charset.forName(charset))))
                    .isInstanceOf(XMLStreamException.class);
        }
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        assertThatThrownBy(() ->
                        head(SOUND.replace("<x:number>1", "<x:number>\u00E4").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<wsse:Security xmlns:wsse='urn:wsse'><a Id='1'/><a Id='1'/></wsse:Security><xro:client",
                "<!-- a comment --><xro:client",
                "\n  <xro:client"
            })
    void what_all_read_alike_is_taken(String before) throws XMLStreamException {
        SoapHead head = head(SOUND.replaceFirst("<xro:client", before).getBytes(StandardCharsets.UTF_8));
        assertThat(head.client().toString()).isEqualTo(ExchangeGateway.CONSUMER);
        assertThat(head(("\uFEFF" + SOUND).getBytes(StandardCharsets.UTF_8)).element())
                .isEqualTo("findAct");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deep",
                "deep in a header",
                "wide",
                "attributes",
                "namespaces",
                "many namespaces",
                "names",
                "text",
                "references"
            })
    void an_envelope_costs_no_more_than_its_bytes_are_worth(String kind) {
        String filling = switch (kind) {
            case "wide" -> "<a/>".repeat(240_000);
            case "attributes" ->
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "a" + i + "=''")
                        .collect(Collectors.joining(" ", "<a ", "/>"));
            case "namespaces" ->
                IntStream.range(0, 40_000)
                        .mapToObj(i -> "xmlns:n" + i + "='urn:" + i + "'")
                        .collect(Collectors.joining(" ", "<a ", "/>"));
            case "many namespaces" ->
                IntStream.range(0, 40)
                                .mapToObj(i -> "<a "
                                        + IntStream.range(0, 60)
                                                .mapToObj(j -> "xmlns:n" + i + "-" + j + "='urn:n'")
                                                .collect(Collectors.joining(" "))
                                        + ">")
                                .collect(Collectors.joining())
                        + "<n0-0:a/>".repeat(90_000)
                        + "</a>".repeat(40);
            case "names" ->
                "<" + "a".repeat(500_000) + "/>"
                        + IntStream.range(0, 40_000)
                                .mapToObj(i -> "<b" + i + "/>")
                                .collect(Collectors.joining());
            case "text" -> "a".repeat(1 << 20);
            case "references" -> "&#65;".repeat(200_000);
            default -> "<a>".repeat(80_000) + "</a>".repeat(80_000);
        };
        String envelope = kind.endsWith("header")
                ? SOUND.replace("<xro:client", filling + "<xro:client")
                : SOUND.replace("<x:number>", filling + "<x:number>");
        byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                head(bytes);
            } catch (XMLStreamException | ExchangeFault e) {
                assertThat(e.getMessage().length()).isLessThan(1_000);
            }
        });
    }

    @Test
    void an_action_must_be_the_service_that_was_granted() {
        for (String right : List.of(
                "",
                "\"\"",
                "findAct",
                "\"urn:acts/findAct\"",
                "\"http://acts.example/IActs/FindActRequest\"",
                "urn:findAct",
                "\"#findAct\"")) {
            assertThatCode(() -> SoapCallFace.SoapAction.check(right, "findAct"))
                    .doesNotThrowAnyException();
        }
        for (String wrong : List.of(
                "deleteAct",
                "\"urn:acts/deleteAct\"",
                "\"findAct/deleteAct\"",
                "findAct\" \"",
                "\"findAct\", \"deleteAct\"")) {
            assertThatThrownBy(() -> SoapCallFace.SoapAction.check(wrong, "findAct"))
                    .isInstanceOf(ExchangeFault.class);
        }
    }
}
