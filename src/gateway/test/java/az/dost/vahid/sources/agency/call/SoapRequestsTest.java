package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Question;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.xml.XmlFactories;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the header of a request says, and that no value in it becomes anything but text. */
class SoapRequestsTest {
    private static final String FIN = "5AB1CD2";

    private static Document asked(String id, String secret, String official, String caseRef) throws Exception {
        ConnectorFolder folder = SoapFolder.of(id);
        Question question =
                new Question(FIN, "service", official, caseRef, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        byte[] request = new Requests(folder, null, new CryptoProvider(false), secret)
                .next(new Conversation(null, folder.connector(), question));
        return XmlFactories.parse(request);
    }

    private static String text(Document envelope, String name) {
        Element found = (Element) envelope.getElementsByTagNameNS("*", name).item(0);
        return found.getTextContent();
    }

    @Test
    void the_login_and_the_purpose_stand_in_the_headers_that_the_folder_has() throws Exception {
        Document envelope = asked("scan-archive", "word", "a.mammadova", "DOST/1");
        assertThat(text(envelope, "user")).isEqualTo("vahid");
        assertThat(text(envelope, "word")).isEqualTo("word");
        assertThat(text(envelope, "official")).isEqualTo("a.mammadova");
        assertThat(text(envelope, "case")).isEqualTo("DOST/1");
        Element purpose = (Element)
                envelope.getElementsByTagNameNS("urn:scans", "Purpose").item(0);
        assertThat(purpose.getAttribute("number")).hasSize(36);
        assertThat(purpose.getParentNode().getLocalName()).isEqualTo("Header");
    }

    @Test
    void a_secret_is_text_whatever_it_holds_and_no_placeholder() throws Exception {
        assertThat(text(asked("scan-archive", "</word>&{fin}\"<", "official", null), "word"))
                .isEqualTo("</word>&{fin}\"<");
    }

    @Test
    void whoever_asks_for_nobody_leaves_the_place_empty() throws Exception {
        Document envelope = asked("scan-archive", "word", null, null);
        assertThat(text(envelope, "official") + text(envelope, "case")).isEmpty();
    }

    @Test
    void a_prefix_that_stands_in_a_value_only_is_not_lost() throws Exception {
        Element fin = (Element) asked("scan-archive", "word", null, null)
                .getElementsByTagNameNS("urn:scans", "fin")
                .item(0);
        assertThat(fin.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type"))
                .isEqualTo("xs:string");
        assertThat(fin.lookupNamespaceURI("xs")).isEqualTo("http://www.w3.org/2001/XMLSchema");
    }

    @Test
    void over_x_road_the_gateway_writes_the_headers() throws Exception {
        Document envelope = asked("work-permits", null, "a.mammadova", "DOST/1");
        assertThat(text(envelope, "userId")).isEqualTo("AZa.mammadova");
        assertThat(text(envelope, "issue")).isEqualTo("DOST/1");
        assertThat(text(envelope, "serviceVersion")).isEqualTo("v1");
        assertThat(text(envelope, "partyCode")).isEqualTo("2000357322");
        assertThat(text(envelope, "asked")).isEqualTo("DOST/1");
        assertThat(text(envelope, "fin")).isEqualTo(FIN);
    }

    @Test
    void the_header_says_nothing_of_the_citizen() throws Exception {
        assertThat(text(asked("work-permits", null, "official", "case"), "Header"))
                .doesNotContain(FIN);
    }
}
