package az.dost.vahid.xroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.xml.XmlFactories;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** An answer over X-Road's SOAP protocol belongs to its question, or not. */
@Tag("attack")
class RepeatedHeadersTest {
    private static final AskedService SERVICE =
            AskedService.of("AZ/GOV/2000357321/vahid", "AZ/GOV/1400110471/permits/workPermit/v1", "COM/1234567");
    private static final AskedService.Asking ASKING = new AskedService.Asking("id-1", "AZofficial", "CASE/1");
    private static final byte[] SENT = "<sent/>".getBytes(StandardCharsets.UTF_8);

    private static Element header(String content) {
        return XmlFactories.parse(
                        ("<s:Header xmlns:s=\"urn:s\">" + content + "</s:Header>").getBytes(StandardCharsets.UTF_8))
                .getDocumentElement();
    }

    private static boolean holds(String content) {
        return RepeatedHeaders.hold(header(content), SERVICE, ASKING, SENT);
    }

    private static String hash(String algorithm, String name) throws Exception {
        return "<xrd:requestHash xmlns:xrd=\"" + AskedService.XROAD + "\" algorithmId=\"" + algorithm + "\">"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(name).digest(SENT)) + "</xrd:requestHash>";
    }

    @Test
    void the_question_names_client_service_party_official_id_case_and_protocol() {
        Element header = header(SERVICE.elements(ASKING));
        assertThat(header.getTextContent())
                .isEqualTo("AZGOV2000357321vahid" + "AZGOV1400110471permitsworkPermitv1" + "COM1234567" + "AZofficial"
                        + "id-1" + "CASE/1" + "4.0");
        assertThat(((Element) header.getFirstChild()).getAttributeNS(AskedService.IDENTIFIERS, "objectType"))
                .isEqualTo("SUBSYSTEM");
        assertThat(header.getElementsByTagNameNS(AskedService.REPRESENTATION, "partyCode")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void text_that_means_something_in_xml_stays_text() {
        AskedService.Asking asking = new AskedService.Asking("a&b<c>", null, null);
        assertThat(header(SERVICE.elements(asking)).getTextContent()).contains("a&b<c>");
        assertThat(RepeatedHeaders.hold(header(SERVICE.elements(asking)), SERVICE, asking, SENT))
                .isTrue();
    }

    @Test
    void headers_as_they_were_sent_hold() {
        assertThat(holds(SERVICE.elements(ASKING))).isTrue();
        assertThat(holds(SERVICE.elements(ASKING).replace("><id:", ">\n  <id:").replace("id-1", " id-1 ")))
                .as("indented")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "issue", "representedParty"})
    void a_header_that_not_every_provider_repeats_may_be_missing(String name) {
        assertThat(holds(SERVICE.elements(ASKING).replaceFirst("<(\\w+):" + name + ".*?</\\1:" + name + ">", "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "service", "id", "protocolVersion"})
    void a_header_that_is_missing_or_there_twice_does_not_hold(String name) {
        String all = SERVICE.elements(ASKING);
        String header = all.replaceFirst("^.*?(<xrd:" + name + " .*?</xrd:" + name + ">).*$", "$1");
        assertThat(holds(all.replace(header, ""))).isFalse();
        assertThat(holds(all + header)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "id-1, id-2",
        "AZofficial, AZother",
        "CASE/1, CASE/2",
        "4.0, 3.1",
        "vahid, other",
        "2000357321, 2000357322",
        "workPermit, workPermits",
        "v1, v2",
        "1234567, 1234568",
        "SUBSYSTEM, MEMBER",
        "SERVICE, SERVER",
        "memberClass, memberClasses"
    })
    void a_header_that_says_something_else_does_not_hold(String said, String other) {
        assertThat(holds(SERVICE.elements(ASKING).replace(said, other))).isFalse();
    }

    @Test
    void a_header_of_the_protocol_that_was_not_sent_does_not_hold() {
        assertThat(holds(SERVICE.elements(ASKING) + "<xrd:securityServer xmlns:xrd=\"" + AskedService.XROAD
                        + "\">x</xrd:securityServer>"))
                .isFalse();
        assertThat(RepeatedHeaders.hold(
                        header(SERVICE.elements(ASKING)), SERVICE, new AskedService.Asking("id-1", null, null), SENT))
                .isFalse();
        assertThat(holds(SERVICE.elements(ASKING) + "<other xmlns=\"urn:other\"/>"))
                .as("of nobody's concern")
                .isTrue();
    }

    @Test
    void an_answer_without_a_header_does_not_hold() {
        assertThat(RepeatedHeaders.hold(null, SERVICE, ASKING, SENT)).isFalse();
        assertThat(holds("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2001/04/xmlenc#sha512, SHA-512, true",
        "http://www.w3.org/2001/04/xmlenc#sha256, SHA-256, true",
        "http://www.w3.org/2001/04/xmlenc#sha512, SHA-256, false",
        "http://www.w3.org/2000/09/xmldsig#sha1, SHA-1, false",
        "'', SHA-512, false"
    })
    void a_hash_of_the_request_is_examined_where_it_is_there(String algorithm, String digest, boolean holds)
            throws Exception {
        assertThat(holds(SERVICE.elements(ASKING) + hash(algorithm, digest))).isEqualTo(holds);
    }

    @Test
    void the_hash_of_another_request_does_not_hold() throws Exception {
        String all = SERVICE.elements(ASKING) + hash("http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");
        assertThat(RepeatedHeaders.hold(header(all), SERVICE, ASKING, "<other/>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(holds(all + hash("http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512")))
                .as("told twice")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZ/GOV/1/subsystem", "AZ/GOV/1/subsystem/code/v1/more"})
    void an_identifier_of_another_length_is_none_of_a_service(String service) {
        assertThatThrownBy(() -> AskedService.of("AZ/GOV/2", service, null)).isInstanceOf(IdentifierException.class);
    }

    @Test
    void a_member_may_ask_for_itself_without_a_subsystem_or_a_version() {
        AskedService member = AskedService.of("AZ/GOV/2", "AZ/GOV/1/permits/workPermit", null);
        assertThat(header(member.elements(new AskedService.Asking("id-1", null, null)))
                        .getTextContent())
                .isEqualTo("AZGOV2" + "AZGOV1permitsworkPermit" + "id-1" + "4.0");
    }
}
